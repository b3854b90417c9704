import type { Engine, EngineExports } from './engine.ts'
import type { FastEnd, FastRequest, FastTrouble, TroubleReason } from './reading.ts'

export function trouble(
  reason: TroubleReason,
  offset: number,
  offsetIn: 'file' | 'content',
  detail: string,
): FastTrouble {
  return { kind: 'trouble', reason, offset, offsetIn, detail }
}

export function wantsStop(request: FastRequest, bytesRead: number): FastEnd | null {
  return request.shouldStop?.(bytesRead) === true ? { kind: 'stopped' } : null
}

/** The faults of `wasm/fault.ts` that are damage. Every other number is a shape for another reader. */
const DAMAGE: ReadonlyMap<number, readonly [TroubleReason, string]> = new Map([
  [1, ['json-syntax', 'This byte cannot stand here.']],
  [3, ['json-syntax', 'A bracket of the wrong kind.']],
  [4, ['nesting-too-deep', 'Too many levels inside each other.']],
  [5, ['record-too-large', 'A record of more bytes than allowed.']],
  [6, ['json-trailing-bytes', 'Bytes after the end of the document.']],
])

const SHAPES: ReadonlyMap<number, string> = new Map([
  // The careful reader takes one record for unreadable and goes on; this one would have to stop.
  [2, 'a string holds a control character'],
  [16, 'the content is no JSON object'],
  [17, 'two members are named Records'],
  [18, 'a key of the document is written with an escape'],
  [19, 'Records is no list'],
  [20, 'there are zero bytes as in UTF-16'],
  [21, 'a second document follows'],
  // It may hold records too.
  [22, 'a list, an object or a text stands beside Records'],
])

/** What a fault of the scanner means. Before a list of records was seen, nothing is known of the kind of file. */
export function faultEnd(fault: number, offset: number, engine: Engine): FastEnd {
  const damage = DAMAGE.get(fault)
  if (damage === undefined) return { kind: 'unusual', why: SHAPES.get(fault) ?? `fault ${fault}` }
  const [reason, detail] = damage
  if (engine.exports.hasRecords.value === 0) return { kind: 'unusual', why: `before the records: ${detail}` }
  return trouble(reason, offset, 'content', detail)
}

const NOTHING = 0
const IN_RECORDS = 1
const ENDED = 3

/** How the document stands at the end of the content, of which all but what begins at `needed` was understood. */
export function endOfScan(exports: EngineExports, needed: number, contentBytes: number): FastEnd {
  const progress = exports.progress()
  if (progress === ENDED) {
    if (exports.hasRecords.value !== 0) return { kind: 'complete' }
    return { kind: 'unusual', why: 'no list named Records' }
  }
  if (progress === NOTHING && needed === contentBytes) {
    return trouble('empty', 0, 'content', 'Nothing but white space.')
  }
  if (exports.hasRecords.value === 0) return { kind: 'unusual', why: 'it ends before the records' }
  const count = exports.elementCount.value >>> 0
  const place = progress === IN_RECORDS ? `in Records, ${count} elements are whole` : 'after the records'
  const detail = `The content ends in the middle: ${place}; unfinished from byte ${needed}.`
  return trouble('json-truncated', contentBytes, 'content', detail)
}
