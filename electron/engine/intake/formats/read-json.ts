import type { SourceFormat } from '../../../../shared/domain/source.ts'
import { type Behind, NONE_PASSED, type Passed, type Sieve } from '../fast/sieve.ts'
import type { Trouble } from '../reading.ts'
import { isHeaderOfEvents } from './event-table.ts'
import { createFindings } from './findings.ts'
import type { Format, FormatEnd, Place } from './format.ts'
import { type Path, type Range, skipSpace } from './json-members.ts'
import { isLeftOpen } from './json-value-end.ts'
import { createJsonValues } from './json-values.ts'
import { type ElementReading, takeElement } from './read-element.ts'
import { readText, type TextReader } from './read-text.ts'
import { createTextLines } from './text-lines.ts'

/** Where in an element a record stands. */
export interface Located extends Range {
  readonly place: Place
}

/**
 * `record`: a CloudTrail record is seen in it. `envelope`: it has the shape, but no record is seen. Null: something
 * else.
 */
export type Sight = 'record' | 'envelope' | null

/** A form of JSON in which records are handed over. */
export interface JsonForm {
  readonly name: SourceFormat
  /** Lists in an object at the top whose elements hold the records, one each. */
  readonly lists: readonly Path[]
  /** Every element of a list is a record, whatever it looks like: the lists of CloudTrail's own log files. */
  readonly everyElement?: boolean
  /** An element may hold several records, in places of their own; else a second one is odd. */
  readonly everyPlace?: boolean
  /** Finds the records in an element. Throws `JsonTrouble` when its structure is broken. */
  readonly locate: (element: Uint8Array, maxDepth: number) => readonly Located[]
  /**
   * The paths in an element at which `locate` looks for an object or a text, and takes the first that is there; none: it
   * takes the element itself. Undefined where it is not that simple.
   */
  readonly paths?: readonly Path[]
  /** Judges a value at the top, which may be cut short. */
  readonly sees: (value: unknown) => Sight
  /** In lines: where the JSON stands; null when the line is of another kind. */
  readonly inLine?: (line: Uint8Array) => Range | null
}

/**
 * `values`: any white space or none between values. `lines`: each value on a line of its own, so that damage is
 * confined to its line.
 */
export type Layout = 'values' | 'lines'

/** `isSure`: a record was seen. If not, and none is found, the content is said to hold none. */
export function jsonFormat(form: JsonForm, name: SourceFormat, layout: Layout, isSure = true): Format {
  return {
    name,
    async read(content, limits, onRecord, sieve) {
      let reading: JsonReading | null = null
      sieve?.begin(limits, {
        paths: form.paths ?? [],
        list: form.paths === undefined ? null : (form.lists[0]?.[0] ?? null),
      })
      await readText(content, (text) => {
        const findings = createFindings(text, limits.maxDepth, onRecord, sieve)
        const own = form.paths === undefined ? null : sieve
        reading = { form, limits, findings, isSure, sieve: own, ofOtherForm: 0 }
        return layout === 'lines' ? lineReader(reading) : valueReader(reading)
      })
      // readText makes the reader even for content without bytes.
      return endOf(reading as JsonReading | null, isSure)
    },
  }
}

function endOf(reading: JsonReading | null, isSure: boolean): FormatEnd {
  const end = reading?.findings.end() ?? { records: 0, others: 0, trouble: null }
  if (end.records > 0 && end.records === reading?.ofOtherForm) return { ...end, format: 'records-in-json' }
  if (end.records > 0 || (isSure && end.others === 0) || end.trouble?.reason === 'form-not-known') return end
  const why = end.trouble === null ? '' : ` ${end.trouble.detail}`
  const detail = `No CloudTrail record among ${end.others} values.${why}`
  return { ...end, trouble: { reason: 'not-a-trail', detail, offset: null, offsetIn: null } }
}

interface JsonReading extends ElementReading {
  /** Null where it cannot find the record in an element. */
  readonly sieve: Sieve | null
}

function valueReader(reading: JsonReading): TextReader {
  const { form, limits, findings } = reading
  return createJsonValues(limits, form.lists, {
    element: (start, bytes, inList) => takeElement(reading, start, bytes, inList),
    aside: (start, bytes) => findings.aside(start, bytes),
    passOver: (bytes, at, position, behind) => passOver(reading, bytes, at, position, behind),
    trouble: (trouble) => findings.trouble(trouble),
  })
}

function passOver(
  { findings, sieve }: JsonReading,
  bytes: Uint8Array,
  at: number,
  position: number,
  behind: Behind,
): Passed {
  if (sieve === null) return NONE_PASSED
  const passed = sieve.passOver(bytes, at, position, behind)
  findings.passOver(passed.records)
  return passed
}

/** What is to be said of a last line that ends at `offset` without a line end; `rest` is the part without a record. */
function lastLine(rest: Uint8Array, maxDepth: number, offset: number): Trouble {
  const place = { offset, offsetIn: 'content' } as const
  if (isLeftOpen(rest, maxDepth)) {
    return { reason: 'json-truncated', detail: 'The content ends in the middle of a line.', ...place }
  }
  // Some tools write no line end there, so nobody can tell.
  const detail = 'The last line has no line end: it is whole, or was cut off, and others behind it with it.'
  return { reason: 'line-not-ended', detail, ...place }
}

function lineReader(reading: JsonReading): TextReader {
  const { form, limits, findings } = reading
  let taken = 0
  let trouble: Trouble | null = null
  const values = createJsonValues(limits, form.lists, {
    element: (start, bytes, inList) => {
      taken += 1
      takeElement(reading, start, bytes, inList)
    },
    aside: (start, bytes) => findings.aside(start, bytes),
    passOver(bytes, at, position, behind) {
      const passed = passOver(reading, bytes, at, position, behind)
      taken += passed.records
      return passed
    },
    trouble: (first) => {
      trouble ??= first
    },
  })

  function takeLine(start: number, line: Uint8Array, isEnded: boolean): void {
    if (skipSpace(line, 0) === line.length) return
    const place = form.inLine === undefined ? { start: 0, end: line.length } : form.inLine(line)
    if (place === null) {
      // Below it are rows, which have no signs of records themselves.
      if (isHeaderOfEvents(line)) findings.otherForm(start)
      if (isEnded) findings.other(start, line)
      else findings.trouble(lastLine(line, limits.maxDepth, start + line.length))
      return
    }
    const from = start + place.start
    const text = line.subarray(place.start, place.end)
    if (place.start > 0) findings.aside(start, line.subarray(0, place.start))
    if (place.end < line.length) {
      const rest = line.subarray(place.end)
      findings.aside(start + place.end, rest)
      if (!isEnded) findings.trouble(lastLine(rest, limits.maxDepth, start + line.length))
    }
    if (passOver(reading, text, 0, from, 'the end').records > 0) return
    taken = 0
    trouble = null
    values.reset(from)
    values.push(text)
    values.end()
    if (trouble === null) return
    lineTrouble(trouble, { start: from, bytes: text }, isEnded)
  }

  /** Elements that stood before the damage were taken. A last line without line end was cut off. */
  function lineTrouble(found: Trouble, line: { start: number; bytes: Uint8Array }, isEnded: boolean): void {
    const wasCut = found.reason === 'json-truncated'
    if (wasCut && !isEnded) {
      findings.trouble(found)
      return
    }
    const { detail } = found
    const offset = wasCut ? line.start : (found.offset ?? line.start)
    const reason = wasCut || found.reason === 'not-json' ? 'json-syntax' : found.reason
    if (taken > 0 || found.reason === 'not-json') {
      findings.trouble({ reason, detail, offset, offsetIn: 'content' })
    } else findings.damaged({ ...line, place: 'plain' }, { reason, detail, offset })
  }

  return createTextLines(limits, {
    line: takeLine,
    tooLong(offset) {
      const detail = `A line of more than ${limits.maxRecordBytes} bytes; the lines after it were read.`
      findings.trouble({ reason: 'record-too-large', detail, offset, offsetIn: 'content' })
    },
  })
}
