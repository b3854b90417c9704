import { gunzipSync } from 'node:zlib'
import { isCompanion } from '../../../electron/engine/signin/companion.ts'
import { readSignIn } from '../../../electron/engine/signin/read-sign-in.ts'
import { recordKeyOf } from '../../../electron/engine/signin/record-key.ts'
import { isSignIn } from '../../../electron/engine/signin/which.ts'

/** What one file holds, found in the plainest way there is. */
export interface PlainReading {
  readonly records: number
  readonly companions: number
  /** Record number, key and facts of each sign-in, in order. */
  readonly signIns: readonly string[]
}

/** Reads a trail file with `gunzipSync` and one `JSON.parse` of everything. Throws where that does. */
export function readPlainly(file: Uint8Array): PlainReading {
  const content = file[0] === 0x1f && file[1] === 0x8b ? gunzipSync(file) : Buffer.from(file)
  const trail = JSON.parse(content.toString('utf8').replace(/^\ufeff/, '')) as { Records: unknown[] }
  const signIns: string[] = []
  let companions = 0
  trail.Records.forEach((record, index) => {
    const { eventSource, eventName } = asObject(record)
    if (isSignIn(eventSource, eventName)) signIns.push(signInLine(index + 1, record))
    else if (isCompanion(eventSource, eventName)) companions += 1
  })
  return { records: trail.Records.length, companions, signIns }
}

/** One line that says which sign-in it is; records without event ID are told apart by what they say. */
export function signInLine(recordNumber: number, record: unknown): string {
  const key = recordKeyOf(record, new TextEncoder().encode(JSON.stringify(record)))
  const isById = !key.startsWith('sha256:')
  return JSON.stringify([recordNumber, isById ? key : '', inOrder(record), readSignIn(record).facts])
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {}
}

/** The same value with its keys in order: of two copies that say the same the case keeps one. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, member]) => [key, inOrder(member)] as const)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}
