// Everything that the reader calls. Compiled to `engine.wasm` by `npm run build:wasm`.

export { inputAt } from './bit-input.ts'
export { foldChecksum, REMAINDER } from './checksum.ts'
export {
  beginDocument,
  candidateCount,
  elementCount,
  hasRecords,
  otherCount,
  progress,
  scan,
} from './document.ts'
export { fault, faultAt } from './fault.ts'
export { beginStream, inflate, moveInput, outAt } from './inflate.ts'
export { CANDIDATES, NAME, SOURCE_COUNTS, windowsStart } from './memory.ts'
export { setName } from './names.ts'
export { isCut, passedCount, passes, passOver, setScratch } from './sieve.ts'
export { addEvent, addSource } from './source-table.ts'
