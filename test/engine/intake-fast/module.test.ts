import { expect, test } from 'vitest'
import { compileIntakeModule } from '../../../build/wasm.ts'
import { startEngine, wasmBytes } from '../../../electron/engine/intake/fast/engine.ts'

test('the committed module is what its source compiles to', async () => {
  const built = await compileIntakeModule()
  expect(Buffer.from(built).equals(wasmBytes())).toBe(true)
}, 60_000)

test('the module offers what the reader expects', () => {
  const { exports } = startEngine()
  const kinds = Object.entries(exports).map(([name, value]) => [
    name,
    typeof value === 'function' ? 'call' : 'value',
  ])
  expect(Object.fromEntries(kinds)).toEqual({
    memory: 'value',
    CANDIDATES: 'value',
    NAME: 'value',
    SOURCE_COUNTS: 'value',
    windowsStart: 'call',
    inputAt: 'value',
    outAt: 'value',
    beginStream: 'call',
    moveInput: 'call',
    inflate: 'call',
    REMAINDER: 'value',
    foldChecksum: 'call',
    candidateCount: 'value',
    elementCount: 'value',
    otherCount: 'value',
    hasRecords: 'value',
    fault: 'value',
    faultAt: 'value',
    beginDocument: 'call',
    progress: 'call',
    scan: 'call',
    passOver: 'call',
    passedCount: 'value',
    isCut: 'value',
    passes: 'call',
    setScratch: 'call',
    setName: 'call',
    addSource: 'call',
    addEvent: 'call',
  })
})
