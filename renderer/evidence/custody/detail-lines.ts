import type { CustodyEntry } from '../../../shared/domain/custody.ts'

/** One fact of an entry: its name as it is stored, parts of parts joined by a dot, and its value as a text. */
export interface DetailLine {
  readonly name: string
  readonly value: string
}

interface Words {
  readonly yes: string
  readonly no: string
  readonly none: string
}

/** The facts of an entry for reading. Empty when the details are not a JSON object. */
export function detailLines(detail: string, words: Words): DetailLine[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(detail)
  } catch {
    return []
  }
  return isRecord(parsed) ? linesOf('', parsed, words) : []
}

function linesOf(prefix: string, record: Readonly<Record<string, unknown>>, words: Words): DetailLine[] {
  return Object.entries(record).flatMap(([key, value]) => {
    const name = prefix === '' ? key : `${prefix}.${key}`
    return isRecord(value) ? linesOf(name, value, words) : [{ name, value: textOf(value, words) }]
  })
}

function textOf(value: unknown, words: Words): string {
  if (value === null || value === '') return words.none
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'string') return value
  if (Array.isArray(value)) {
    if (value.length === 0) return words.none
    return value.map((one) => (isRecord(one) ? JSON.stringify(one) : textOf(one, words))).join(', ')
  }
  return JSON.stringify(value)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The text whose SHA-256 is the hash of the entry, so that anybody can repeat it. */
export function hashedText(entry: CustodyEntry): string {
  const { sequence, at, actor, action, detail, tool, previousHash } = entry
  return JSON.stringify([sequence, at, actor, action, detail, tool, previousHash])
}
