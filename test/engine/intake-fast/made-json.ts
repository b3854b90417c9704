import type { Seeded } from './seeded.ts'

const SPACES = ['', '', '', ' ', '\n', '\r\n', '\t', '  \n\t '] as const
const KEYS = [
  'eventSource',
  'eventSource',
  'eventName',
  'Records',
  'EventSource',
  'a',
  'é',
  'eventSou',
  '',
] as const
const SOURCES = [
  'signin.amazonaws.com',
  'SignIn.AmazonAWS.com',
  'sso.amazonaws.com',
  'sso-oauth.amazonaws.com',
  'signin.amazonaws.com.cn',
  'xsignin.amazonaws.com',
  'iam.amazonaws.com',
  's3.amazonaws.com',
  'a-service-whose-name-is-longer-than-sixty-four-bytes.test.amazonaws.com',
  '',
] as const
const PIECES = [
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  'S',
  'u0053',
  '"eventSource":"signin.amazonaws.com"',
  'eventSource',
  '日本',
  '😀',
  '\u2028',
  '\n',
  'plain text',
  '/',
  '\ud800',
  'EmailUpdated',
] as const
const NUMBERS = ['0', '-1', '12.5e-7', '1E400', '123456789012345678901234567890', '-0.0'] as const

/** Text of a JSON value, valid, and as odd as the format allows: white space, escapes, repeated and decoy keys. */
export function madeValue(random: Seeded, depth: number): string {
  const kind = random.below(depth > 0 ? 8 : 5)
  if (kind < 2) return madeString(random, madeText(random))
  if (kind === 2) return random.pick(NUMBERS)
  if (kind < 5) return random.pick(['true', 'false', 'null'])
  const items = Array.from({ length: random.below(4) }, () => {
    const value = `${space(random)}${madeValue(random, depth - 1)}${space(random)}`
    return kind === 5
      ? value
      : `${space(random)}${madeString(random, random.pick(KEYS))}${space(random)}:${value}`
  })
  const inner = items.length > 0 ? items.join(',') : space(random)
  return kind === 5 ? `[${inner}]` : `{${inner}}`
}

/** Text of one element of `Records`. */
export function madeElement(random: Seeded): string {
  if (random.below(12) === 0) return madeValue(random, 2)
  const members = Array.from({ length: random.below(5) }, () =>
    member(random, madeString(random, random.pick(KEYS)), madeValue(random, 3)),
  )
  if (random.below(4) > 0) {
    const source = member(random, madeString(random, 'eventSource'), madeString(random, random.pick(SOURCES)))
    members.splice(random.below(members.length + 1), 0, source)
  }
  return `{${members.join(',') || space(random)}}`
}

export function member(random: Seeded, quotedKey: string, value: string): string {
  return `${space(random)}${quotedKey}${space(random)}:${space(random)}${value}${space(random)}`
}

export function space(random: Seeded): string {
  return random.pick(SPACES)
}

function madeText(random: Seeded): string {
  if (random.below(3) === 0) return random.pick(SOURCES)
  return Array.from({ length: random.below(20) }, () => random.pick(PIECES)).join('')
}

/** The text as a JSON string; now and then some of its characters are written as escapes. */
function madeString(random: Seeded, text: string): string {
  const quoted = JSON.stringify(text)
  if (random.below(8) > 0) return quoted
  const escaped = [...quoted.slice(1, -1).matchAll(/\\u....|\\.|./gsu)].map(([part]) => {
    if (part.startsWith('\\') || random.below(6) > 0) return part
    const units = part.split('').map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0'))
    return units.map((hex) => `\\u${random.below(2) === 0 ? hex : hex.toUpperCase()}`).join('')
  })
  return `"${escaped.join('')}"`
}
