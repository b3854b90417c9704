import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTree } from '../../../electron/engine/intake/containers/read-tree.ts'
import { createScratch } from '../../../electron/engine/intake/containers/scratch.ts'
import { DEFAULT_TREE_LIMITS } from '../../../electron/engine/intake/containers/tree-limits.ts'
import { gz, tarOf, zipOf } from '../../fixtures/containers.ts'
import { record } from './recorder.ts'

const COUNT = 20_000
const CONTENT = gz(`{"Records":[${'{"eventName":"DescribeInstances"},'.repeat(50)}{}]}`)
const members = Array.from({ length: COUNT }, (_, index) => ({
  name: `AWSLogs/111122223333/CloudTrail/us-east-1/2026/01/01/${index}.json.gz`,
  content: CONTENT,
  method: index % 2 === 0 ? 0 : 8,
}))

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'containers-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function put(name: string, bytes: Uint8Array) {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return { path, bytes: bytes.length }
}

describe('many members', () => {
  it.each([
    ['zip', () => zipOf(members)],
    ['zip in no order', () => zipOf(members, { order: members.map((_, index) => (index * 7919) % COUNT) })],
    ['tar', () => tarOf(members)],
    ['tar in gzip', () => gz(tarOf(members))],
  ])('are read in bounded memory (%s)', async (name, make) => {
    const input = put(name, make())
    let parts = 0
    let bytes = 0
    let most = 0
    const before = process.memoryUsage()
    const visitor = {
      begin: () => ++parts,
      async leaf(_part: number, { memory }: { readonly memory: Uint8Array | null }) {
        bytes += memory?.length ?? 0
        if (parts % 1000 !== 0) return
        const now = process.memoryUsage()
        most = Math.max(most, now.heapUsed + now.external - before.heapUsed - before.external)
      },
      container: () => undefined,
    }
    await readTree(input, name, DEFAULT_TREE_LIMITS, visitor, new AbortController().signal)
    expect(parts).toBe(COUNT)
    expect(bytes).toBe(COUNT * gunzippedLength())
    expect(most).toBeLessThan(100 * 1024 * 1024)
  })
})

describe('a stop', () => {
  it('ends the reading in the middle', async () => {
    const controller = new AbortController()
    let seen = 0
    const reading = record(put('stop.zip', zipOf(members)), {
      signal: controller.signal,
      onLeaf: () => {
        seen += 1
        if (seen === 100) controller.abort(new Error('stopped by the user'))
      },
    })
    await expect(reading).rejects.toThrow('stopped by the user')
    expect(seen).toBe(100)
  })

  it('is seen although nothing has to be waited for', async () => {
    const controller = new AbortController()
    setTimeout(() => controller.abort(new Error('stopped by a timer')), 5)
    const slow = () => {
      for (const until = performance.now() + 1; performance.now() < until; );
    }
    const inner = gz(zipOf(members))
    const reading = record(inner, { signal: controller.signal, via: 'memory', onLeaf: slow })
    await expect(reading).rejects.toThrow('stopped by a timer')
  })

  it('ends one long stream and closes it', async () => {
    const controller = new AbortController()
    const endless = (async function* () {
      for (;;) {
        yield Buffer.alloc(100_000, '{"Records":[')
        await new Promise((resolve) => setImmediate(resolve))
      }
    })()
    setTimeout(() => controller.abort(new Error('stopped by a timer')), 50)
    const reading = record({ stream: endless }, { signal: controller.signal })
    await expect(reading).rejects.toThrow('stopped by a timer')
    expect(await endless.next()).toMatchObject({ done: true })
  })
})

describe('names of members', () => {
  it('never become paths', async () => {
    const name = `trailcase-test-${process.pid}`
    const names = [`../../../../../../tmp/${name}`, `/tmp/${name}`, join(tmpdir(), name), `${folder}/${name}`]
    const file = zipOf([
      ...names.map((each) => ({ name: each, content: 'x' })),
      { name: `../${name}.zip`, content: zipOf(names.map((each) => ({ name: each, content: 'x' }))) },
    ])
    const told = await record(file, { scratch: createScratch({ eachInMemory: 1 }) })
    expect(told.parts.filter(({ text }) => text === 'x')).toHaveLength(8)
    expect(
      existsSync(join(tmpdir(), name)) || existsSync(`/tmp/${name}`) || existsSync(join(folder, name)),
    ).toBe(false)
  })
})

function gunzippedLength(): number {
  return Buffer.from(CONTENT).readUInt32LE(CONTENT.length - 4)
}
