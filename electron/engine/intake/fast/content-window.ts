import { beginContent, type Engine, SLACK } from './engine.ts'
import type { Candidate, FastEnd, FastRequest } from './reading.ts'
import { endOfScan, faultEnd, trouble } from './scan-end.ts'
import { createSha256 } from './sha256.ts'

/** A match of deflate reaches back so far at most, so these bytes have to stay in sight. */
const HISTORY = 32_768
const CANDIDATE_BYTES = 12
const MAX_CANDIDATES = 1024

const LARGE_BEFORE_RECORDS: FastEnd = { kind: 'unusual', why: 'a large value before the records' }

export interface ContentTerms {
  readonly hashIt: boolean
  /** A record that is no valid JSON is a candidate too. */
  readonly isStrict: boolean
}

/** The part of the content that is in memory. It is written at its end, scanned, and moved on when it is full. */
export interface ContentWindow {
  readonly start: number
  /** Where the next bytes go, and about where to stop. */
  readonly end: number
  readonly limit: number
  /** Bytes of content so far. */
  readonly bytes: number
  /** It had to grow for a record. */
  readonly hasGrown: boolean
  begin(request: FastRequest, how: ContentTerms, onCandidate: (candidate: Candidate) => void): void
  /** Content was written up to this address. */
  written(end: number): void
  /** Hashes and scans what is new and makes room for more. Not null when that ends the reading. */
  makeRoom(): FastEnd | null
  /** Hashes and scans what is left. How the document ended; null when it is fine as far as it `isWhole` or not. */
  finish(isWhole: boolean): FastEnd | null
  /** Content behind this length is forgotten. */
  cut(length: number): void
  sha256(): string
}

/**
 * A window of `size` bytes from `start` on, the last thing in memory, so that it can double up to `maxSize`. A
 * record that does not end in sight is scanned again from its first byte once there is more: no state is kept
 * inside a record. As a quarter of the window is new each time, that stays cheap.
 */
export function createContentWindow(
  engine: Engine,
  start: number,
  size: number,
  maxSize: number,
): ContentWindow {
  const { exports } = engine
  const sha256 = createSha256()
  let request: FastRequest
  let onCandidate: (candidate: Candidate) => void
  let withHash = false
  let room = size
  let end = start
  /** First byte that was not hashed, and first byte that the scanner needs to see again. */
  let hashedTo = start
  let scannedTo = start
  /** Offset in the content of `start`. */
  let base = 0
  /** Set once the document is damaged: the rest is unpacked for its hash and checksum, and not scanned. */
  let damage: FastEnd | null = null

  const offsetOf = (address: number) => base + address - start

  function scanNew(): FastEnd | null {
    while (damage === null) {
      scannedTo = exports.scan(scannedTo, end) >>> 0
      const count = exports.candidateCount.value
      for (let index = 0; index < count; index++) handOut(exports.CANDIDATES.value + index * CANDIDATE_BYTES)
      const fault = exports.fault.value
      if (fault !== 0) {
        damage = faultEnd(fault, offsetOf(exports.faultAt.value >>> 0), engine)
        if (damage.kind === 'unusual') return damage
      }
      if (count < MAX_CANDIDATES) break
    }
    if (damage !== null) scannedTo = end
    return end - scannedTo > request.limits.maxRecordBytes ? tooLarge(request.limits.maxRecordBytes) : null
  }

  function handOut(slot: number): void {
    const from = engine.data.getUint32(slot, true)
    const to = engine.data.getUint32(slot + 4, true)
    const recordNumber = engine.data.getUint32(slot + 8, true)
    const bytes = engine.bytes.subarray(from, to)
    onCandidate({ recordNumber, byteStart: offsetOf(from), byteEnd: offsetOf(to), bytes })
  }

  function tooLarge(limit: number): FastEnd {
    if (exports.hasRecords.value === 0) return LARGE_BEFORE_RECORDS
    const detail = `A value of more than ${limit} bytes.`
    return trouble('record-too-large', offsetOf(scannedTo), 'content', detail)
  }

  function hashNew(isLast: boolean): void {
    if (withHash && (end > hashedTo || isLast)) sha256.add(engine.bytes.subarray(hashedTo, end), isLast)
    hashedTo = end
  }

  function makeRoom(): FastEnd | null {
    hashNew(false)
    const stop = scanNew()
    if (stop !== null) return stop
    const keep = Math.max(start, Math.min(scannedTo, end - HISTORY))
    if (end - keep > room * 0.75) {
      // No log begins so; in the records of another form all of them may be one value.
      if (exports.hasRecords.value === 0) return LARGE_BEFORE_RECORDS
      const larger = Math.min(room * 2, maxSize)
      if (larger === room) return tooLarge(Math.floor(room * 0.75))
      room = larger
      engine.reach(start + room + SLACK)
    }
    engine.bytes.copyWithin(start, keep, end)
    const moved = keep - start
    base += moved
    end -= moved
    hashedTo -= moved
    scannedTo -= moved
    return null
  }

  engine.reach(start + size + SLACK)
  return {
    start,
    get end() {
      return end
    },
    get limit() {
      return start + room
    },
    get bytes() {
      return offsetOf(end)
    },
    get hasGrown() {
      return room > size
    },
    begin(newRequest, { hashIt, isStrict }, newOnCandidate) {
      request = newRequest
      onCandidate = newOnCandidate
      withHash = hashIt
      end = start
      hashedTo = start
      scannedTo = start
      base = 0
      damage = null
      beginContent(engine, request.limits, isStrict)
      sha256.begin()
    },
    written(newEnd) {
      end = newEnd
    },
    makeRoom,
    finish(isWhole) {
      hashNew(true)
      const stop = scanNew() ?? damage
      return stop === null && isWhole ? endOfScan(exports, offsetOf(scannedTo), offsetOf(end)) : stop
    },
    cut(length) {
      end = start + Math.max(0, length - base)
    },
    sha256: () => sha256.hex(),
  }
}
