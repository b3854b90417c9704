/** What stands on a line beside its key. */
export type JsonKind = 'string' | 'number' | 'word' | 'open' | 'close'

/** One line of an indented record. All texts are pieces of the record as they stand, escapes included. */
export interface JsonLine {
  readonly depth: number
  /** The key with its quotes. */
  readonly key: string | null
  readonly value: string
  readonly kind: JsonKind
  readonly comma: boolean
  /** Keys from the outside in, with their quotes, joined by dots; a list adds `[0]`. */
  readonly path: string
}

interface Level {
  readonly close: '}' | ']'
  readonly path: string
  items: number
}

const SPACE = /[ \t\n\r]*/y
// Unrolled, so that a string of a megabyte does not fill the backtracking stack.
const STRING = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"/y
const SCALAR = /[^\s{}[\],:"]+/y
const NUMBER = /^-?\d/

/**
 * Lays a record out in lines without parsing it into values: numbers keep their digits, keys that occur twice
 * both stay, the order stays. Only white space outside strings differs from the text. Null when brackets, commas
 * and colons do not fit together; the text is then best shown as it is. No recursion, so depth is no limit.
 */
export function jsonLines(text: string): readonly JsonLine[] | null {
  const lines: JsonLine[] = []
  const levels: Level[] = []
  let at = 0

  const match = (pattern: RegExp): string => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0] ?? ''
    at += found.length
    return found
  }
  const take = (character: string): boolean => {
    match(SPACE)
    if (text[at] !== character) return false
    at += 1
    return true
  }
  const comma = (): void => {
    const last = lines.pop()
    if (last !== undefined) lines.push({ ...last, comma: true })
  }

  for (;;) {
    const level = levels.at(-1)
    let key: string | null = null
    let path = ''
    if (level !== undefined) {
      if (take(level.close)) {
        const opened = lines.at(-1)
        const value = level.close
        if (level.items === 0 && opened !== undefined) {
          lines[lines.length - 1] = { ...opened, value: `${opened.value}${value}` }
        } else {
          lines.push({
            depth: levels.length - 1,
            key: null,
            value,
            kind: 'close',
            comma: false,
            path: level.path,
          })
        }
        levels.pop()
        if (levels.length === 0) break
        continue
      }
      if (level.items > 0) {
        if (!take(',')) return null
        comma()
      }
      match(SPACE)
      if (level.close === '}') {
        key = match(STRING)
        if (key === '' || !take(':')) return null
        path = level.path === '' ? key : `${level.path}.${key}`
      } else path = `${level.path}[${level.items}]`
      level.items += 1
    }
    match(SPACE)
    const shape = { depth: levels.length, key, comma: false, path }
    const first = text[at]
    if (first === '{' || first === '[') {
      at += 1
      lines.push({ ...shape, value: first, kind: 'open' })
      levels.push({ close: first === '{' ? '}' : ']', path, items: 0 })
    } else {
      const value = first === '"' ? match(STRING) : match(SCALAR)
      if (value === '') return null
      const kind = first === '"' ? 'string' : NUMBER.test(value) ? 'number' : 'word'
      lines.push({ ...shape, value, kind })
      if (level === undefined) break
    }
  }
  match(SPACE)
  return at === text.length ? lines : null
}

/** One line as text, indented by two spaces a level. */
export function lineText({ depth, key, value, comma }: JsonLine): string {
  return `${'  '.repeat(depth)}${key === null ? '' : `${key}: `}${value}${comma ? ',' : ''}`
}

/** The record with line breaks and indents; unchanged when it does not hold together as JSON. */
export function indentJson(text: string): string {
  return jsonLines(text)?.map(lineText).join('\n') ?? text
}
