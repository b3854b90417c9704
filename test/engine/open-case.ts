import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach } from 'vitest'
import { createCase } from '../../electron/engine/case/open.ts'
import type { WritableCase } from '../../electron/engine/case/rights.ts'
import type { Actor } from '../../electron/engine/custody/log.ts'
import type { SourceReader } from '../../electron/engine/intake/reading.ts'
import { type ImportHooks, runImport } from '../../electron/engine/intake/run.ts'
import { type IntakePool, openIntakePool } from '../../electron/worker/intake-pool.ts'
import { emptyCaseDetails } from '../../shared/domain/case.ts'
import type { ProgramFiles } from '../../shared/domain/program.ts'
import type { ImportOutcome } from '../../shared/domain/source.ts'
import { createCarefulReader } from './careful-reader.ts'

const cleanUp: (() => void)[] = []
afterEach(() => {
  for (const undo of cleanUp.splice(0).reverse()) undo()
})

/** A folder of the test's own, gone afterwards. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'trailcase-'))
  cleanUp.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A program that is the same in every run of the tests. */
export const TEST_FILES: ProgramFiles = {
  form: 'sources',
  names: ['electron', 'package-lock.json', 'package.json', 'shared'],
  files: 700,
  sha256: '5eed'.repeat(16),
  trouble: null,
}

/** An examiner with a clock that moves one second at each look. */
export function testActor(name = 'M. Kobayashi'): Actor {
  let clock = Date.parse('2024-09-16T00:52:00Z')
  const files = () => TEST_FILES
  const tool = { name: 'Trailcase', version: '0.0.0-test', node: '24', sqlite: '3', platform: 'test', files }
  return {
    name,
    tool,
    now: () => {
      clock += 1000
      return clock
    },
  }
}

export interface TestCase {
  readonly db: WritableCase
  readonly actor: Actor
  readonly path: string
}

/** A new, empty case file. */
export function freshCase(folder = freshFolder()): TestCase {
  const path = join(folder, 'test.trailcase')
  const actor = testActor()
  const db = createCase(path, { ...emptyCaseDetails, caseNumber: 'IR-1' }, actor)
  cleanUp.push(() => db.close())
  return { db, actor, path }
}

/** The ways of reading files: the careful twin in this thread, and the threads that the program uses. */
export const READERS = ['careful', 'threads'] as const
export type ReaderName = (typeof READERS)[number]

let pool: IntakePool | null = null
afterAll(async () => {
  await pool?.close()
  pool = null
})

function readerNamed(name: ReaderName): SourceReader {
  if (name === 'careful') return createCarefulReader()
  pool ??= openIntakePool(2)
  return pool
}

/** Imports without pause or progress unless hooks are given. */
export function importInto(
  { db, actor }: TestCase,
  paths: readonly string[],
  hooks: Partial<ImportHooks> = {},
  reader: ReaderName = 'careful',
): Promise<ImportOutcome> {
  return runImport(db, actor, paths, readerNamed(reader), {
    signal: new AbortController().signal,
    mayGoOn: () => undefined,
    onProgress: () => undefined,
    onStored: () => undefined,
    ...hooks,
  })
}
