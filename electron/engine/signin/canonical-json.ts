/** Records are a few levels deep; more than this is hostile, and would exhaust the stack. */
const DEEPEST = 500

// Only finds the end of a string; JSON.parse judges what is inside.
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/y
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /true|false|null/y
const SPACE = /[ \t\n\r]*/y

/** Thrown inside this file only. */
class NotCanonical extends Error {}

/**
 * One text for one JSON value: keys sorted by code unit, no white space, strings and numbers written one way.
 * Null when the text is not JSON, nests too deep, or has an object with the same key twice, whose meaning depends
 * on the reader. Numbers of more than 15 digits keep their own text, because a double cannot hold them.
 */
export function canonicalJson(text: string): string | null {
  let at = 0

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

  function takeString(): string | null {
    take(SPACE)
    const token = take(STRING)
    if (token === null) return null
    try {
      return JSON.stringify(JSON.parse(token))
    } catch (cause) {
      throw new NotCanonical('not a JSON string', { cause })
    }
  }

  function value(depth: number): string {
    if (depth > DEEPEST) throw new NotCanonical()
    if (takeMark('{')) return object(depth)
    if (takeMark('[')) return array(depth)
    const string = takeString()
    if (string !== null) return string
    const word = take(WORD)
    if (word !== null) return word
    const number = take(NUMBER)
    if (number === null) throw new NotCanonical()
    return canonicalNumber(number)
  }

  function object(depth: number): string {
    const members = new Map<string, string>()
    if (takeMark('}')) return '{}'
    do {
      const key = takeString()
      if (key === null || members.has(key) || !takeMark(':')) throw new NotCanonical()
      members.set(key, value(depth + 1))
    } while (takeMark(','))
    if (!takeMark('}')) throw new NotCanonical()
    const sorted = [...members].sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${sorted.map(([key, member]) => `${key}:${member}`).join(',')}}`
  }

  function array(depth: number): string {
    const items: string[] = []
    if (takeMark(']')) return '[]'
    do items.push(value(depth + 1))
    while (takeMark(','))
    if (!takeMark(']')) throw new NotCanonical()
    return `[${items.join(',')}]`
  }

  try {
    const whole = value(0)
    take(SPACE)
    return at === text.length ? whole : null
  } catch (cause) {
    if (cause instanceof NotCanonical) return null
    throw cause
  }
}

function canonicalNumber(text: string): string {
  const number = Number(text)
  const digits = text
    .replace(/[eE].*$/, '')
    .replace(/[^\d]/g, '')
    .replace(/^0+/, '').length
  return digits <= 15 && Number.isFinite(number) && (number !== 0 || digits === 0) ? String(number) : text
}
