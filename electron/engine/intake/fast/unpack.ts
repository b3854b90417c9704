import { checksum } from './checksum.ts'
import type { ContentWindow } from './content-window.ts'
import type { Engine } from './engine.ts'
import { isGzip, readGzipHeader } from './gzip-header.ts'
import type { InputWindow } from './input-window.ts'
import type { FastEnd, FastRequest } from './reading.ts'
import { trouble, wantsStop } from './scan-end.ts'

/** Answers of `inflate` (`wasm/inflate.ts`). */
const ROOM_USED = 0
const STREAM_ENDED = 1
const INPUT_USED = 2

const TRAILER_BYTES = 8

export interface Unpacked {
  readonly members: number
  /** Why it ended early; null when the whole file was unpacked and every checksum was right. */
  readonly stop: FastEnd | null
}

/** Unpacks all gzip members of the input into the content window, one after the other. */
export function unpack(
  engine: Engine,
  input: InputWindow,
  content: ContentWindow,
  request: FastRequest,
): Unpacked {
  let members = 0
  for (;;) {
    if (input.end - input.at < 2) input.more()
    if (members > 0 && input.at === input.end) return { members, stop: null }
    if (!isGzip(engine.bytes, input.at, input.end)) return { members, stop: trailing(engine, input) }
    // An empty member takes 20 bytes: there may be millions of them without a window ever being full.
    const end = members % 4096 === 4095 ? wantsStop(request, input.bytes) : null
    if (end !== null) return { members, stop: end }
    members += 1
    const stop = skipHeader(engine, input, members) ?? unpackMember(engine, input, content, request, members)
    if (stop !== null) return { members, stop }
  }
}

function skipHeader(engine: Engine, input: InputWindow, member: number): FastEnd | null {
  for (;;) {
    const header = readGzipHeader(engine.bytes, input.at, input.end)
    if (header.kind === 'ends') {
      input.at = header.at
      return null
    }
    if (header.kind === 'bad') return corrupt(input, `Member ${member}: ${header.why}.`)
    if (input.isFull) return { kind: 'unusual', why: 'a very long gzip header' }
    if (!input.more()) return truncated(input, member)
  }
}

function unpackMember(
  engine: Engine,
  input: InputWindow,
  content: ContentWindow,
  request: FastRequest,
  member: number,
): FastEnd | null {
  const { exports } = engine
  let crc = 0
  let memberBytes = 0
  exports.beginStream(input.at)
  for (;;) {
    const from = content.end
    // Matches may not reach into an earlier member.
    const history = Math.max(content.start, from - memberBytes)
    const answer = exports.inflate(from, content.limit, history, input.end)
    const to = exports.outAt.value >>> 0
    input.at = exports.inputAt.value >>> 0
    content.written(to)
    crc = checksum(engine, from, to, crc)
    memberBytes += to - from
    const stop = overLimit(input, content, request)
    if (stop !== null) return stop
    if (answer === STREAM_ENDED) return checkTrailer(engine, input, member, crc, memberBytes)
    if (answer === ROOM_USED) {
      const end = wantsStop(request, input.bytes) ?? content.makeRoom()
      if (end !== null) return end
    } else if (answer === INPUT_USED) {
      if (!input.more()) return truncated(input, member)
      exports.moveInput(input.at)
    } else return corrupt(input, `Member ${member}: the packed data is damaged near here.`)
  }
}

function checkTrailer(
  engine: Engine,
  input: InputWindow,
  member: number,
  crc: number,
  memberBytes: number,
): FastEnd | null {
  if (input.end - input.at < TRAILER_BYTES) input.more()
  if (input.end - input.at < TRAILER_BYTES) return truncated(input, member)
  const statedCrc = engine.data.getUint32(input.at, true)
  const statedBytes = engine.data.getUint32(input.at + 4, true)
  if (statedCrc !== crc)
    return corrupt(input, `Member ${member}: its checksum (CRC-32) does not fit its content.`)
  if (statedBytes !== memberBytes % 2 ** 32) {
    return corrupt(
      input,
      `Member ${member}: it states ${statedBytes} bytes of content and holds ${memberBytes}.`,
    )
  }
  input.at += TRAILER_BYTES
  return null
}

function overLimit(input: InputWindow, content: ContentWindow, request: FastRequest): FastEnd | null {
  const { maxContentBytes, maxRatio, ratioFromBytes } = request.limits
  const { bytes } = content
  if (bytes > maxContentBytes) {
    content.cut(maxContentBytes)
    return trouble(
      'inflated-too-large',
      maxContentBytes,
      'content',
      `More than ${maxContentBytes} bytes come out.`,
    )
  }
  if (bytes > ratioFromBytes && bytes / input.offsetOf(input.at) > maxRatio) {
    return trouble('inflation-ratio', bytes, 'content', `More than ${maxRatio} bytes come out of each byte.`)
  }
  return null
}

function corrupt(input: InputWindow, detail: string): FastEnd {
  return trouble('gzip-corrupt', input.offsetOf(input.at), 'file', detail)
}

function truncated(input: InputWindow, member: number): FastEnd {
  const detail = `gzip ends early: the file has ${input.bytes} bytes and member ${member} is not complete.`
  return trouble('gzip-truncated', input.bytes, 'file', detail)
}

function trailing(engine: Engine, input: InputWindow): FastEnd {
  const offset = input.offsetOf(input.at)
  let isZero = true
  do {
    isZero &&= engine.bytes.subarray(input.at, input.end).every((byte) => byte === 0)
    input.at = input.end
  } while (input.more())
  const detail = `${input.bytes - offset} ${isZero ? 'zero ' : ''}bytes after the end of the gzip data.`
  return trouble('gzip-trailing-bytes', offset, 'file', detail)
}
