/** A value that stands at the top of the content. */
export interface HeadValue {
  readonly value: unknown
  /** False when the head ends in it, or it is broken: `value` is then what stood before. */
  readonly isWhole: boolean
  /** Indices in the head; `end` only means something for whole values. */
  readonly start: number
  readonly end: number
}

/** Ends the parsing of one value; what was read so far stays. Thrown inside this file only. */
class Cut extends Error {}

/** Deeper than anything that tells one form from another. */
const DEEPEST = 64
const SPACE = /[ \t\n\r]*/y
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/sy
const SCALAR = /[^\s,\]}"[{:]+/y

/** The values at the start of a text, one after the other, as far as it goes; stops at what is no JSON. */
export function headValues(text: string): HeadValue[] {
  const values: HeadValue[] = []
  let at = 0
  for (;;) {
    SPACE.lastIndex = at
    SPACE.exec(text)
    const start = SPACE.lastIndex
    if (start >= text.length || !'{["'.includes(text[start] ?? '')) return values
    const { value, end, isWhole } = parseAt(text, start)
    values.push({ value, isWhole, start, end })
    if (!isWhole) return values
    at = end
  }
}

/** The first value of a text that may be cut short; undefined when none begins there. */
export function headValue(text: string): unknown {
  return headValues(text)[0]?.value
}

function parseAt(text: string, start: number): { value: unknown; end: number; isWhole: boolean } {
  let at = start
  let root: unknown

  function take(pattern: RegExp): string | null {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found === null) return null
    at = pattern.lastIndex
    return found[0]
  }

  function takeMark(mark: string): boolean {
    take(SPACE)
    if (text[at] !== mark) return false
    at += 1
    return true
  }

  /** Reads a value and puts it in its place at once, so that it is there when the text ends inside. */
  function value(put: (value: unknown) => void, depth: number): void {
    if (depth > DEEPEST) throw new Cut()
    take(SPACE)
    const first = text[at]
    if (first === '{') {
      // Without prototype: a key such as `__proto__` is then a key like any other.
      const object: Record<string, unknown> = Object.create(null)
      put(object)
      at += 1
      if (takeMark('}')) return
      do {
        take(SPACE)
        const key = string(false)
        if (!takeMark(':')) throw new Cut()
        value((member) => {
          object[key] = member
        }, depth + 1)
      } while (takeMark(','))
      if (!takeMark('}')) throw new Cut()
    } else if (first === '[') {
      const list: unknown[] = []
      put(list)
      at += 1
      if (takeMark(']')) return
      do value((element) => list.push(element), depth + 1)
      while (takeMark(','))
      if (!takeMark(']')) throw new Cut()
    } else if (first === '"') {
      put(string(true, put))
    } else {
      const scalar = take(SCALAR)
      if (scalar === null || at >= text.length) throw new Cut()
      put(parsed(scalar))
    }
  }

  function string(mayBeCut: boolean, put?: (value: string) => void): string {
    const whole = take(STRING)
    if (whole !== null) return String(parsed(whole))
    if (mayBeCut && text[at] === '"') put?.(cutString(text.slice(at)))
    throw new Cut()
  }

  try {
    value((found) => {
      root = found
    }, 0)
    return { value: root, end: at, isWhole: true }
  } catch (cause) {
    if (cause instanceof Cut) return { value: root, end: at, isWhole: false }
    throw cause
  }
}

function parsed(token: string): unknown {
  try {
    return JSON.parse(token)
  } catch {
    throw new Cut()
  }
}

/** The text of a string whose end is missing, without an escape that is cut. */
function cutString(token: string): string {
  const sound = token.replace(/(?<!\\)((?:\\\\)*)\\(?:u[0-9a-fA-F]{0,3})?$/, '$1')
  try {
    return String(JSON.parse(`${sound}"`))
  } catch {
    return ''
  }
}
