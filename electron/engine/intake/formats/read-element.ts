import type { IntakeLimits } from '../limits.ts'
import { parsedJson } from './cloudtrail-record.ts'
import type { Findings } from './findings.ts'
import type { Range } from './json-members.ts'
import { JsonTrouble } from './json-value-end.ts'
import { atEachOf } from './locate.ts'
import type { JsonForm, Located } from './read-json.ts'
import { recordSignsAt } from './record-signs.ts'
import { LARGEST, recordsBeside } from './records-inside.ts'

export interface ElementReading {
  readonly form: JsonForm
  readonly limits: IntakeLimits
  readonly findings: Findings
  /** A record was seen in the content, so that its lists are those of the form. */
  readonly isSure: boolean
  /** Records that stood where this form has none. */
  ofOtherForm: number
}

/** Reads the records of one element, `bytes` from the position `start` of the text on; `inList`: of one of the form's lists. */
export function takeElement(
  reading: ElementReading,
  start: number,
  bytes: Uint8Array,
  inList: boolean,
): void {
  const { form, limits, findings } = reading
  const must = inList && form.everyElement === true && reading.isSure
  if (must && findings.spot({ start, bytes, place: 'plain' }, true)) return
  const take = (all: readonly Located[]) =>
    all.filter(({ start: from, end, place }) =>
      findings.spot({ start: start + from, bytes: bytes.subarray(from, end), place }, false),
    )
  try {
    const located = form.locate(bytes, limits.maxDepth)
    const [, second] = located
    if (second !== undefined && form.everyPlace !== true) {
      const detail = 'A key that holds a record stands twice in one object; both were read.'
      const offset = start + second.start
      findings.trouble({ reason: 'json-repeated-key', detail, offset, offsetIn: 'content' })
    }
    const own = take(located)
    const pieces = around(bytes, own)
    if (!pieces.some(hasSigns)) {
      if (own.length === 0) other(findings, start, bytes)
      return
    }
    // Somebody may have joined what came from several tools.
    const { further, copies } = recordsBeside(
      bytes,
      own,
      otherPlaces(form, bytes, own, limits),
      limits.maxDepth,
    )
    const read = take(further)
    reading.ofOtherForm += read.length
    const known = [...own, ...read, ...copies]
    if (known.length === 0) other(findings, start, bytes)
    else for (const piece of around(bytes, known)) findings.aside(start + piece.start, piece.bytes)
  } catch (cause) {
    if (!(cause instanceof JsonTrouble)) throw cause
    const { reason, message: detail, at } = cause
    findings.damaged({ start, bytes, place: 'plain' }, { reason, detail, offset: start + at })
  }
}

/** A value in which no record is read. What it was before it was damaged nobody can tell, so that is said. */
function other(findings: Findings, start: number, bytes: Uint8Array): void {
  findings.other(start, bytes)
  if (bytes.length > LARGEST || parsedJson(bytes) !== undefined) return
  const detail = 'A value is not valid JSON; those after it were read.'
  findings.trouble({ reason: 'json-syntax', detail, offset: start, offsetIn: 'content' })
}

/** Of several places of a form the first counts; what stands at the others is not looked at. */
function otherPlaces(
  { paths }: JsonForm,
  bytes: Uint8Array,
  own: readonly Located[],
  { maxDepth }: IntakeLimits,
): readonly Located[] {
  return paths === undefined || own.length === 0 ? [] : atEachOf(paths)(bytes, maxDepth)
}

/** What stands before, between and behind ranges of a value. */
export function around(bytes: Uint8Array, ranges: readonly Range[]): { start: number; bytes: Uint8Array }[] {
  const inOrder = ranges.toSorted((a, b) => a.start - b.start)
  const starts = [0, ...inOrder.map(({ end }) => end)]
  const ends = [...inOrder.map(({ start }) => start), bytes.length]
  return starts.map((start, index) => ({ start, bytes: bytes.subarray(start, ends[index]) }))
}

const hasSigns = (piece: { readonly bytes: Uint8Array }) => recordSignsAt(piece.bytes) >= 0
