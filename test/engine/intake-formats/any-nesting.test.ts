import { describe, expect, it } from 'vitest'
import { recordSignsAt } from '../../../electron/engine/intake/formats/record-signs.ts'
import { type JsonMap, trail } from '../../fixtures/trail.ts'
import { type Seeded, seeded } from '../intake-fast/seeded.ts'
import { choice, read } from './read-format.ts'
import { takenOut } from './take-out.ts'

const KEYS = [
  'Records',
  'Events',
  'events',
  'message',
  'results',
  'hits',
  '_source',
  '_raw',
  'detail',
  'rows',
  'a b',
] as const

/** Wraps records in whatever somebody may have thought of, some in texts, with other things beside them. */
function wrapped(random: Seeded, records: readonly JsonMap[], depth: number): unknown {
  const value = wrappedPlain(random, records, depth)
  if (typeof value === 'string' || random.below(4) > 0) return value
  return `${random.below(3) === 0 ? '[INFO] got: ' : ''}${JSON.stringify(value)}`
}

function wrappedPlain(random: Seeded, records: readonly JsonMap[], depth: number): unknown {
  const [only, second] = records
  if (only !== undefined && second === undefined && (depth === 0 || random.below(3) === 0))
    return random.below(3) === 0 ? JSON.stringify(only) : only
  const parts = parted(random, records).map((part) => wrapped(random, part, Math.max(0, depth - 1)))
  const noise =
    random.below(3) === 0 ? [random.pick([1, 'x', null, { eventName: 'x' }, ['eventVersion']])] : []
  const all = random.below(2) === 0 ? [...noise, ...parts] : [...parts, ...noise]
  const kind = random.below(depth > 0 ? 4 : 2)
  if (kind < 2) return all
  const value = Object.fromEntries(
    all.map((part, n) => [n < 2 ? random.pick(KEYS) + (n || '') : `k${n}`, part]),
  )
  return kind === 2 ? value : { n: 1, [random.pick(KEYS)]: random.below(2) === 0 ? all : value }
}

function parted(random: Seeded, records: readonly JsonMap[]): JsonMap[][] {
  if (random.below(2) === 0) return records.map((record) => [record])
  const at = random.below(records.length + 1)
  return [records.slice(0, at), records.slice(at)].filter(({ length }) => length > 0)
}

function written(random: Seeded, values: readonly unknown[]): string {
  const kind = random.below(5)
  if (kind === 0) return JSON.stringify(values)
  if (kind === 1) return values.map((value) => JSON.stringify(value, null, 2)).join('\n')
  const prefix = kind === 2 ? 'Mar  9 10:00:00 host app: ' : kind === 3 ? '2024-09-14T10:00:00.000Z ' : ''
  return values.map((value) => `${prefix}${JSON.stringify(value)}\n`).join('')
}

const short = (text: string) => text.replaceAll(/\\*"userIdentity.*?recipientAccountId\\*"/g, '…')

describe('records in any nesting', () => {
  it('are found, or that there are more is told', async () => {
    const records = trail(...Array.from({ length: 6 }, (_, n) => `10:0${n} user${n} ConsoleLogin ok`))
    const silent: string[] = []
    let whole = 0
    for (let seed = 0; seed < 1200; seed += 1) {
      const random = seeded(seed)
      const values = parted(random, records).map((some) => wrapped(random, some, 1 + random.below(4)))
      const text = written(random, values)
      if (choice(text).startsWith('skip')) {
        if (recordSignsAt(Buffer.from(text)) < 0) silent.push(`${seed}: ${short(text)}`)
        continue
      }
      const { found, trouble } = await read(text)
      for (const one of found) {
        if (one.parsed !== undefined) expect(takenOut(Buffer.from(text), one)).toEqual(one.parsed)
      }
      const ids = new Set(found.map(({ parsed }) => (parsed as JsonMap | undefined)?.['eventID']))
      // Each stands once in the content.
      expect(ids.size, String(seed)).toBe(found.length)
      const missing = records.filter(({ eventID }) => !ids.has(eventID))
      if (missing.length === 0) whole += 1
      else if (trouble === null || trouble.reason === 'json-repeated-key')
        silent.push(`${seed}: ${short(text)}`)
    }
    expect(silent.slice(0, 3)).toEqual([])
    expect(whole).toBeGreaterThan(400)
  })
})
