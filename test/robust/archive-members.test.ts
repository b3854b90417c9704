import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { expect, it, onTestFinished, vi } from 'vitest'
import { runImport } from '../../electron/engine/intake/run.ts'
import type { FromIntake } from '../../electron/worker/intake-messages.ts'
import { freshCase, freshFolder, type TestCase } from '../engine/open-case.ts'
import { packedLog, writeFile } from '../fixtures/archive.ts'
import { gz, tarOf, type ZipMember, zipOf } from '../fixtures/containers.ts'
import { flipped, truncated } from '../fixtures/damage.ts'
import { jsonLines, lookupEvents } from '../fixtures/exports.ts'
import { logText } from '../fixtures/layout.ts'
import { type JsonMap, trail } from '../fixtures/trail.ts'
import { type CaseContent, caseContent, expectSame, expectSound } from './support/case-content.ts'

const threads: Worker[] = []
/** Members of archives that threads gave to others. */
let handedOver = 0
vi.mock('node:worker_threads', async (original) => {
  const all = await original<typeof import('node:worker_threads')>()
  class Recorded extends all.Worker {
    constructor(...given: ConstructorParameters<typeof Worker>) {
      super(...given)
      threads.push(this)
      this.on('message', (answers: FromIntake) => {
        handedOver += answers.filter((answer) => 'kind' in answer && answer.kind === 'member').length
      })
    }
  }
  return { ...all, Worker: Recorded, default: { ...all, Worker: Recorded } }
})

/** Records of some kinds, so long that a packed log of them is handed over. */
function longRecords(who: string): JsonMap[] {
  const lines = Array.from({ length: 12 }, (_, minute) => `10:${minute + 10} ${who} ConsoleLogin ok`)
  const others = [
    'alice sts:AssumeRole ok',
    'alice cloudtrail:StopLogging ok',
    'alice s3:GetObject ok',
    'shared ConsoleLogin ok',
  ]
  const records = trail(...lines, ...others.map((what) => `11:00 ${what}`))
  return records.map((record) => ({ ...record, made: randomBytes(1000).toString('hex') }))
}

function members(count: number, name: string): ZipMember[] {
  const repeated = packedLog(longRecords(`${name}-repeated`))
  return Array.from({ length: count }, (_, index): ZipMember => {
    const records = longRecords(`${name}-${index}`)
    const log = packedLog(records)
    const number = String(index).padStart(3, '0')
    const stored = (kind: string, content: Uint8Array | string) => ({
      name: `${number}-${kind}`,
      content,
      method: 0,
    })
    switch (index % 10) {
      case 0:
        return stored('cut.json.gz', truncated(Buffer.from(log), log.length - 900))
      case 1:
        return stored('flipped.json.gz', flipped(Buffer.from(log), log.length >> 1))
      case 2:
        return { ...stored('wrong-sum.json', logText(records)), crc: 1 }
      case 3:
        return { name: `${number}-plain.json`, content: logText(records) }
      case 4:
        return stored('lines.json', jsonLines(records))
      case 5:
        return stored('lookup.json.gz', gz(lookupEvents(records)))
      case 6:
        return stored('again.json.gz', repeated)
      case 7:
        return stored('small.json.gz', packedLog(records.slice(0, 2)))
      case 8:
        return stored('noise.bin', randomBytes(40_000))
      default:
        return stored('log.json.gz', log)
    }
  })
}

/** Writes archives in archives; the sign-ins of each are its own, but for some that are in several. */
function writeArchives(folder: string): void {
  const inner = zipOf([...members(10, 'inner'), ...members(10, 'more')])
  const plain = members(20, 'tar').map(({ name, content }) => ({ name, content }))
  writeFile(folder, 'a.zip', zipOf([...members(30, 'a'), { name: 'inner.zip', content: inner, method: 0 }]))
  writeFile(folder, 'b.zip', zipOf([{ name: 'first.zip', content: inner }, ...members(25, 'b')]))
  writeFile(
    folder,
    'c.tar.gz',
    gz(tarOf([...plain, { name: 'deep.tar', content: tarOf(plain.slice(0, 9)) }])),
  )
}

async function openPool(width: number) {
  const { openIntakePool } = await import('../../electron/worker/intake-pool.ts')
  const pool = openIntakePool(width)
  onTestFinished(() => pool.close())
  return pool
}

type Pool = Awaited<ReturnType<typeof openPool>>

function importWith(pool: Pool, { db, actor }: TestCase, path: string, onStored = () => {}) {
  const controller = new AbortController()
  const done = runImport(db, actor, [path], pool, {
    signal: controller.signal,
    mayGoOn: () => undefined,
    onProgress: () => undefined,
    onStored,
  })
  return { controller, done }
}

/** What a single thread finds, which has nobody to give members to. */
async function readByOne(path: string, root: string): Promise<CaseContent> {
  const made = freshCase(freshFolder())
  await importWith(await openPool(1), made, path).done
  return caseContent(made.path, root)
}

it.each([2, 4])(
  'members that others read come out as if one had read them, %i threads',
  async (width) => {
    const folder = freshFolder()
    const tree = join(folder, 'trail')
    writeArchives(tree)
    const pool = await openPool(width)
    handedOver = 0
    for (const path of [tree, join(tree, 'a.zip'), join(tree, 'c.tar.gz')]) {
      const made = freshCase(freshFolder())
      await importWith(pool, made, path).done
      expectSound(made.path)
      expectSame(caseContent(made.path, tree), await readByOne(path, tree))
    }
    expect(handedOver).toBeGreaterThan(20)
  },
  60_000,
)

it('an import that is stopped while others read members goes on where it was', async () => {
  const folder = freshFolder()
  const tree = join(folder, 'trail')
  writeArchives(tree)
  const wanted = await readByOne(tree, tree)
  const made = freshCase(freshFolder())
  const pool = await openPool(2)
  for (const stopAt of [1, 2, 4]) {
    let stored = 0
    const { controller, done } = importWith(pool, made, tree, () => {
      stored += 1
      if (stored === stopAt) controller.abort()
    })
    await done.catch(() => undefined)
    expectSoundSoFar(made)
  }
  await importWith(pool, made, tree).done
  expectSound(made.path)
  expectSame(caseContent(made.path, tree), wanted)
}, 60_000)

function expectSoundSoFar({ db }: TestCase): void {
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
}

it('a thread that dies with a member ends the import in words; the next one completes it', async () => {
  const folder = freshFolder()
  const tree = join(folder, 'a.zip')
  writeFile(folder, 'a.zip', zipOf(members(80, 'a')))
  const wanted = await readByOne(tree, folder)
  const made = freshCase(freshFolder())
  threads.length = 0
  const pool = await openPool(2)
  let stored = 0
  const failures: unknown[] = []
  // Only one of them has the archive, the other one has members of it.
  for (const victim of threads.slice()) {
    const { done } = importWith(pool, made, tree, () => {
      stored += 1
      if (stored % 2 === 1) void victim.terminate()
    })
    await done.catch((cause: unknown) => failures.push(cause))
  }
  expect(failures.length).toBeGreaterThan(0)
  for (const failure of failures) expect(failure).toMatchObject({ code: 'worker-lost' })
  await importWith(pool, made, tree).done
  expectSound(made.path)
  expectSame(caseContent(made.path, folder), wanted)
}, 60_000)
