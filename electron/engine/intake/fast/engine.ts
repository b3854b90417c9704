import { readFileSync } from 'node:fs'
import type { IntakeLimits } from '../limits.ts'

/** What `engine.wasm` offers; described where it is written, in `wasm/`. Addresses are byte offsets in `memory`. */
export interface EngineExports {
  readonly memory: WebAssembly.Memory
  readonly CANDIDATES: WebAssembly.Global<number>
  readonly NAME: WebAssembly.Global<number>
  readonly SOURCE_COUNTS: WebAssembly.Global<number>
  windowsStart(): number

  readonly inputAt: WebAssembly.Global<number>
  readonly outAt: WebAssembly.Global<number>
  beginStream(at: number): void
  moveInput(at: number): void
  inflate(out: number, outLimit: number, history: number, inEnd: number): number

  readonly REMAINDER: WebAssembly.Global<number>
  foldChecksum(from: number, end: number, register: number): number

  readonly candidateCount: WebAssembly.Global<number>
  readonly elementCount: WebAssembly.Global<number>
  readonly otherCount: WebAssembly.Global<number>
  readonly hasRecords: WebAssembly.Global<number>
  readonly fault: WebAssembly.Global<number>
  readonly faultAt: WebAssembly.Global<number>
  beginDocument(maxDepth: number, maxRecordBytes: number, strict: number): void
  progress(): number
  scan(from: number, end: number): number

  readonly passedCount: WebAssembly.Global<number>
  readonly isCut: WebAssembly.Global<number>
  passOver(from: number, end: number, behind: number): number
  passes(from: number, end: number, place: number): number
  setScratch(at: number): void
  setName(slot: number, length: number): number

  addSource(length: number, take: number): number
  addEvent(length: number): number
}

/** One instance of the module and the current views of its memory, which change when the memory grows. */
export interface Engine {
  readonly exports: EngineExports
  readonly bytes: Uint8Array
  readonly data: DataView
  /** Makes the memory reach up to `end`. */
  reach(end: number): void
}

/** What the module can follow at most, whatever the limits say. */
const MAX_DEPTH = 65_535
const MAX_RECORD = 0x7fff_ffff

/** Bytes behind a window that the module may read or write (`SLACK` in `wasm/memory.ts`). */
export const SLACK = 1024
const PAGE = 65_536

let compiled: WebAssembly.Module | null = null

/** The compiled module, to be given to other threads: it is made faster while it runs, and so once for all of them. */
export function engineModule(): WebAssembly.Module {
  compiled ??= new WebAssembly.Module(wasmBytes())
  return compiled
}

/** Lets this thread use the module of the one that started it. */
export function shareEngineModule(module: WebAssembly.Module): void {
  compiled = module
}

/** The module, from the file that lies beside this code or, in the built program, beside its bundle. */
export function wasmBytes(): Uint8Array {
  return readFileSync(new URL('./engine.wasm', import.meta.url))
}

/** Makes an instance begin with another content: nothing of it was seen or counted. */
export function beginContent(
  { exports }: Engine,
  { maxDepth, maxRecordBytes }: IntakeLimits,
  isStrict: boolean,
): void {
  exports.beginDocument(Math.min(maxDepth, MAX_DEPTH), Math.min(maxRecordBytes, MAX_RECORD), isStrict ? 1 : 0)
}

/** Starts a fresh instance. */
export function startEngine(): Engine {
  const instance = new WebAssembly.Instance(engineModule(), {})
  // The one place where the compiler cannot know: a test calls every export.
  const exports = instance.exports as unknown as EngineExports
  let bytes = new Uint8Array(exports.memory.buffer)
  let data = new DataView(exports.memory.buffer)
  return {
    exports,
    get bytes() {
      return bytes
    },
    get data() {
      return data
    },
    reach(end) {
      const missing = end - bytes.length
      if (missing <= 0) return
      exports.memory.grow(Math.ceil(missing / PAGE))
      bytes = new Uint8Array(exports.memory.buffer)
      data = new DataView(exports.memory.buffer)
    },
  }
}
