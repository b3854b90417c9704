import type { IntakeLimits } from '../limits.ts'
import { createByteWindow } from './byte-window.ts'
import type { TextReader } from './read-text.ts'

/** Takes lines, in order. Positions are in the text; views are valid during the call. */
export interface LineSink {
  /** `line`: without its line end. `isEnded`: false for a last line without line end. */
  line(start: number, line: Uint8Array, isEnded: boolean): void
  tooLong(start: number): void
}

const NEWLINE = 0x0a
const RETURN = 0x0d

/** Splits text at line feeds; a carriage return before one belongs to it. Keeps no more than one line. */
export function createTextLines(limits: IntakeLimits, sink: LineSink): TextReader {
  const window = createByteWindow()
  let searched = 0
  let isTooLong = false

  function lineUpTo(end: number, isEnded: boolean): void {
    const bytes = window.bytes
    const last = isEnded && bytes[end - 1] === RETURN ? end - 1 : end
    if (!isTooLong && last > 0) sink.line(window.offset, bytes.subarray(0, last), isEnded)
    isTooLong = false
    window.drop(Math.min(end + 1, bytes.length))
    searched = 0
  }

  return {
    push(chunk) {
      window.append(chunk)
      for (;;) {
        const end = newlineIn(window.bytes, searched)
        if (end < 0) break
        lineUpTo(end, true)
      }
      searched = window.bytes.length
      if (searched > limits.maxRecordBytes) {
        if (!isTooLong) sink.tooLong(window.offset)
        isTooLong = true
        window.drop(searched)
        searched = 0
      }
    },
    end() {
      if (window.bytes.length > 0) lineUpTo(window.bytes.length, false)
    },
    keptFrom: () => window.offset,
  }
}

/** As `indexOf` of the bytes, which looks at one after the other where that of `Buffer` takes many at once. */
function newlineIn(bytes: Uint8Array, from: number): number {
  return Buffer.prototype.indexOf.call(bytes, NEWLINE, from)
}
