import { closeSync, fstatSync, openSync, readSync, type Stats } from 'node:fs'
import { type ContentWindow, createContentWindow } from './content-window.ts'
import { copyPlain } from './copy-plain.ts'
import { type Engine, startEngine } from './engine.ts'
import { isGzip } from './gzip-header.ts'
import { type ByteInput, createInputWindow, type InputWindow } from './input-window.ts'
import type {
  Candidate,
  FastEnd,
  FastReader,
  FastReaderOptions,
  FastReading,
  FastRequest,
} from './reading.ts'
import { trouble, wantsStop } from './scan-end.ts'
import { createSieve, type Sieve } from './sieve.ts'
import { loadRules, SIGN_IN_RULES, type SourceRule, sourceCounts } from './sources.ts'
import { unpack } from './unpack.ts'

const KIB = 1024
/** Measured: between 256 KiB and 1 MiB there is no difference; below, history is moved too often. */
const WINDOW = 256 * KIB
const MIN_WINDOW = 72 * KIB
const MAX_WINDOW = 128 * KIB * KIB
const INPUT_WINDOW = 1024 * KIB
const MIN_INPUT_WINDOW = 4 * KIB

/**
 * Makes a reader that finds candidates in trail files, gzip or plain, at about the speed of unpacking alone. It owns
 * one instance of the module and its windows and uses them for all files: use one reader a thread. Throws
 * `RangeError` for options that it cannot work with.
 */
export function createFastReader(options: FastReaderOptions = {}): FastReader {
  const size = options.window ?? WINDOW
  const maxSize = Math.max(size, options.maxWindow ?? MAX_WINDOW)
  const inputSize = options.inputWindow ?? INPUT_WINDOW
  const rules = options.sources ?? SIGN_IN_RULES
  if (size < MIN_WINDOW || inputSize < MIN_INPUT_WINDOW) throw new RangeError('The window is too small.')

  let parts = assemble(rules, size, maxSize, inputSize)
  let isBusy = false
  let sieve: Sieve | null = null

  return {
    read(path, request, onCandidate) {
      const fd = openSync(path, 'r')
      try {
        return alone(() => readFile(parts, fd, request, onCandidate))
      } finally {
        closeSync(fd)
      }
    },
    readMemory: (bytes, request, onCandidate) =>
      alone(() => readInput(parts, memoryInput(bytes), bytes.length, request, onCandidate, () => null)),
    sieve() {
      sieve ??= createSieve(rules)
      return sieve
    },
  }

  function alone(read: () => FastReading): FastReading {
    if (isBusy) throw new Error('This reader is reading already.')
    isBusy = true
    try {
      return read()
    } finally {
      isBusy = false
      // The memory of an instance cannot shrink: after a giant record it is given up as a whole.
      if (parts.content.hasGrown) parts = assemble(rules, size, maxSize, inputSize)
    }
  }
}

function memoryInput(bytes: Uint8Array): ByteInput {
  let used = 0
  return (target, at, length) => {
    const piece = bytes.subarray(used, used + length)
    target.set(piece, at)
    used += piece.length
    return piece.length
  }
}

interface Parts {
  readonly engine: Engine
  readonly rules: readonly SourceRule[]
  readonly input: InputWindow
  readonly content: ContentWindow
}

/** Memory, from below: what the module keeps for itself, the window of the file, the window of its content. */
function assemble(rules: readonly SourceRule[], size: number, maxSize: number, inputSize: number): Parts {
  const engine = startEngine()
  loadRules(engine, rules)
  const input = createInputWindow(engine, engine.exports.windowsStart(), inputSize)
  const content = createContentWindow(engine, input.limit, size, maxSize)
  return { engine, rules, input, content }
}

function readFile(
  parts: Parts,
  fd: number,
  request: FastRequest,
  onCandidate: (candidate: Candidate) => void,
): FastReading {
  const input: ByteInput = (target, at, length) => readSync(fd, target, at, length, null)
  const { listed } = request
  if (listed !== undefined) {
    const look = (bytes: number) => (isAsListed(fd, listed, bytes) ? null : NOT_AS_LISTED)
    return readInput(parts, input, listed.bytes, request, onCandidate, look)
  }
  const before = fstatSync(fd)
  return readInput(parts, input, before.size, request, onCandidate, (bytes) => changed(fd, before, bytes))
}

/** `changedSince` is asked when all was read, with the number of bytes read. */
function readInput(
  { engine, rules, input, content }: Parts,
  from: ByteInput,
  size: number,
  request: FastRequest,
  onCandidate: (candidate: Candidate) => void,
  changedSince: (bytesRead: number) => FastEnd | null,
): FastReading {
  input.begin(from, size)
  const gzip = isGzip(engine.bytes, input.at, input.end)
  // Damage of what is packed shows in its checksum; nothing else would tell of it in a plain file.
  content.begin(request, { hashIt: request.hashContent && gzip, isStrict: !gzip }, onCandidate)
  const { members, stop } = gzip
    ? unpack(engine, input, content, request)
    : { members: 0, stop: copyPlain(engine, input, content, request) }

  const isWhole = stop === null || (stop.kind === 'trouble' && stop.reason === 'gzip-trailing-bytes')
  const isVoid = stop?.kind === 'unusual' || stop?.kind === 'stopped'
  let end = isVoid ? stop : joined(stop, content.finish(isWhole))
  // Another reader begins with its first byte: nothing of this reading is used.
  if (end.kind !== 'unusual' && end.kind !== 'stopped') end = readOn(input, request) ?? end
  const isRead = end.kind !== 'unusual' && end.kind !== 'stopped'
  if (isRead) end = changedSince(input.bytes) ?? end

  const { exports } = engine
  const sha256 = isRead ? input.sha256() : ''
  return {
    bytes: input.bytes,
    sha256,
    contentBytes: content.bytes,
    contentSha256: request.hashContent && isRead && isWhole ? (gzip ? content.sha256() : sha256) : null,
    gzip,
    members,
    isTrail: exports.hasRecords.value !== 0,
    records: exports.elementCount.value >>> 0,
    nonObjects: exports.otherCount.value >>> 0,
    bySource: sourceCounts(engine, rules),
    end,
  }
}

/** Damage of the packing explains a damaged document, so it is named first. */
function joined(stop: FastEnd | null, scan: FastEnd | null): FastEnd {
  if (stop === null) return scan ?? { kind: 'complete' }
  if (scan?.kind === 'unusual') return scan
  if (stop.kind !== 'trouble' || scan?.kind !== 'trouble') return stop
  return { ...stop, detail: `${stop.detail} In the content, at byte ${scan.offset}: ${scan.detail}` }
}

/** The hash is that of the whole file, however early its content was given up. */
function readOn(input: InputWindow, request: FastRequest): FastEnd | null {
  do {
    input.at = input.end
    const stop = wantsStop(request, input.bytes)
    if (stop !== null) return stop
  } while (input.more())
  return null
}

const NOT_AS_LISTED: FastEnd = { kind: 'unusual', why: 'it is not as it was listed' }

function isAsListed(
  fd: number,
  listed: { readonly bytes: number; readonly modifiedAt: number },
  bytesRead: number,
): boolean {
  const { size, mtimeMs } = fstatSync(fd)
  return size === listed.bytes && Math.trunc(mtimeMs) === listed.modifiedAt && size === bytesRead
}

function changed(fd: number, before: Stats, bytesRead: number): FastEnd | null {
  const after = fstatSync(fd)
  const isSame = after.size === before.size && after.mtimeMs === before.mtimeMs && after.size === bytesRead
  if (isSame) return null
  const detail = `The file had ${before.size} bytes before, ${after.size} after, and ${bytesRead} were read.`
  return trouble('changed-while-reading', bytesRead, 'file', detail)
}
