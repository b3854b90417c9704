import type { Place } from '../formats/format.ts'
import type { IntakeLimits } from '../limits.ts'
import { beginContent, SLACK, startEngine } from './engine.ts'
import { loadRules, type SourceRule, sourceCounts } from './sources.ts'

const KIB = 1024
/** Text that is looked at in one piece. An element that is larger is not passed over. */
const ROOM = 256 * KIB

/** The places in which a record is a text. */
const PLACES: Readonly<Partial<Record<Place, number>>> = { plain: 0, 'json-string': 1, 'csv-cell': 2 }

/** What stands behind an element that is passed over: nothing at all, white space or nothing, or a comma. */
export type Behind = 'the end' | 'space' | 'comma'
const BEHIND: Readonly<Record<Behind, number>> = { 'the end': 0, space: 1, comma: 2 }

/** What an element of a form is to the sieve. Names are ASCII and have at most 15 bytes. */
export interface SieveForm {
  /**
   * Where in an element the record stands, as an object or a text: the first of these paths that is there. At most five,
   * of up to three names. Without any the element is the record itself.
   */
  readonly paths: readonly (readonly string[])[]
  /** An object that has this name in it may be a wrapper of elements, and no element. */
  readonly list: string | null
}

/**
 * Saves readers of other forms the parsing of records that surely are valid JSON, CloudTrail records (`isRecord`) and of
 * a source that nobody looks for. Wherever it is not sure it says so, and the reader does what it would have done
 * without it: what comes out is the same.
 */
export interface Sieve {
  /** Begins with another content. One at a time. */
  begin(limits: IntakeLimits, form: SieveForm): void
  /** True when this text holds such a record, white space behind it aside. */
  passes(text: Uint8Array, place: Place): boolean
  /**
   * Goes past elements with such records from `bytes[at]` on, each with what stands `behind` it; `position` is where that
   * byte stands in the text. The bytes at a position stay the same until `begin`.
   */
  passOver(bytes: Uint8Array, at: number, position: number, behind: Behind): Passed
  /** Records of each source that were passed over since `begin`, in the order of the rules. */
  bySource(): readonly number[]
}

export interface Passed {
  readonly bytes: number
  readonly records: number
}

/** Nothing was passed over. */
export const NONE_PASSED: Passed = { bytes: 0, records: 0 }

const VERSION_NAME = 0
const LIST_NAME = 1
const FIRST_PATH_NAME = 2
const PATHS = 5
const PATH_NAMES = 3

export function createSieve(rules: readonly SourceRule[]): Sieve {
  const engine = startEngine()
  const { exports } = engine
  loadRules(engine, rules)
  // For a text, for what is unpacked of one, and for a piece of the stream.
  const textAt = exports.windowsStart()
  const scratchAt = textAt + ROOM + SLACK
  const streamAt = scratchAt + ROOM + SLACK
  engine.reach(streamAt + ROOM + SLACK)
  exports.setScratch(scratchAt)
  setName(VERSION_NAME, 'eventVersion')
  /** Positions of the text that lies at `streamAt`. */
  let loadedFrom = 0
  let loadedTo = 0

  function setName(slot: number, name: string): void {
    const { written } = new TextEncoder().encodeInto(name, engine.bytes.subarray(exports.NAME.value))
    if (exports.setName(slot, written) === 0) throw new RangeError(`Not a name for the sieve: ${name}`)
  }

  function load(bytes: Uint8Array, at: number, position: number): void {
    const piece = bytes.subarray(at, at + ROOM)
    engine.bytes.set(piece, streamAt)
    loadedFrom = position
    loadedTo = position + piece.length
  }

  return {
    begin(limits, { paths, list }) {
      loadedTo = loadedFrom
      setName(LIST_NAME, list ?? '')
      if (paths.length > PATHS || paths.some((path) => path.length > PATH_NAMES))
        throw new RangeError('Too many paths, or too many names in one.')
      for (let index = 0; index < PATHS * PATH_NAMES; index += 1)
        setName(FIRST_PATH_NAME + index, paths[Math.floor(index / PATH_NAMES)]?.[index % PATH_NAMES] ?? '')
      beginContent(engine, limits, true)
    },
    passes(text, place) {
      const how = PLACES[place]
      if (how === undefined || text.length > ROOM) return false
      engine.bytes.set(text, textAt)
      return exports.passes(textAt, textAt + text.length, how) !== 0
    },
    passOver(bytes, at, position, behind) {
      const end = position + bytes.length - at
      let place = position
      let records = 0
      for (;;) {
        if (place < loadedFrom || place >= loadedTo) load(bytes, at + place - position, place)
        const from = streamAt + place - loadedFrom
        const to = streamAt + Math.min(loadedTo, end) - loadedFrom
        place += exports.passOver(from, to, BEHIND[behind]) - from
        records += exports.passedCount.value
        // What does not end in sight may end in what was not loaded yet.
        const isCut = place >= loadedTo || exports.isCut.value !== 0
        if (!isCut || loadedTo >= end || place === loadedFrom) break
        loadedTo = loadedFrom
      }
      return records === 0 ? NONE_PASSED : { bytes: place - position, records }
    },
    bySource: () => sourceCounts(engine, rules),
  }
}
