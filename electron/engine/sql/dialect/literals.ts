import { readTime, timeText } from '../functions/times.ts'
import { SqlRefusal } from '../problem.ts'
import { isSign, isWord, meaning, type Node, stringOf, type Token } from '../tokens.ts'

/** `timestamp '2024-09-01 00:00:00'` and `date '2024-09-01'` as text in the form of `eventtime`. */
export function timeLiteral(kind: string, literal: Token): string {
  const text = stringOf(literal)
  const read = readTime(text)
  if (read === null) throw new SqlRefusal('value', literal, text)
  if (kind === 'date') return `'${text.slice(0, 10)}'`
  return `'${timeText({ ms: read.ms, offset: 0 })}'`
}

const UNITS = new Set(['second', 'minute', 'hour', 'day', 'week', 'month', 'year'])

export interface Interval {
  readonly amount: number
  readonly unit: string
  /** Nodes that it takes, white space included, from the word `interval` on. */
  readonly length: number
  readonly to: number
}

/** `INTERVAL '7' DAY` from the word on. Throws `SqlRefusal` for any other form. */
export function readInterval(nodes: readonly Node[], index: number): Interval {
  const word = nodes[index] as Token
  const rest = meaning(nodes.slice(index + 1, index + 12))
  const signed = isSign(rest[0], '-') || isSign(rest[0], '+')
  const [amount, unit] = signed ? rest.slice(1) : rest
  const text = amount?.kind === 'string' ? stringOf(amount) : ''
  if (amount === undefined || !/^\d{1,9}$/.test(text) || unit?.kind !== 'word') {
    throw new SqlRefusal('not-supported', word, 'INTERVAL')
  }
  const name = unit.text.toLowerCase().replace(/s$/, '')
  const to = nodes[nodes.indexOf(unit) + 1]
  if (!UNITS.has(name) || isWord(to, 'to'))
    throw new SqlRefusal('not-supported', unit, `INTERVAL ${unit.text}`)
  const count = isSign(rest[0], '-') ? -Number(text) : Number(text)
  return { amount: count, unit: name, length: nodes.indexOf(unit) - index + 1, to: unit.to }
}
