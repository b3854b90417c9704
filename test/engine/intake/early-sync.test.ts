import { readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import { openEarlySync } from '../../../electron/engine/intake/early-sync.ts'
import { freshFolder } from '../open-case.ts'

/** How often this process has the file open. */
function handlesOf(path: string): number {
  const links = readdirSync('/proc/self/fd').map((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`)
    } catch {
      return ''
    }
  })
  return links.filter((link) => link === path).length
}

it.runIf(process.platform === 'linux')(
  'opens the journal once, and lets go of it, also while the disk works',
  async () => {
    const path = join(freshFolder(), 'some.trailcase')
    writeFileSync(`${path}-wal`, 'pages')
    const early = openEarlySync(path)
    early.written()
    expect(handlesOf(`${path}-wal`)).toBe(0)
    for (let time = 0; time < 3; time += 1) {
      await sleep(120)
      early.written()
      early.written()
      expect(handlesOf(`${path}-wal`)).toBe(1)
    }
    early.close()
    early.close()
    await vi.waitFor(() => expect(handlesOf(`${path}-wal`)).toBe(0))
    early.written()
    expect(handlesOf(`${path}-wal`)).toBe(0)
  },
)

it('leaves a journal alone that is not there', async () => {
  const path = join(freshFolder(), 'some.trailcase')
  const early = openEarlySync(path)
  await sleep(120)
  early.written()
  writeFileSync(`${path}-wal`, 'pages')
  await sleep(120)
  early.written()
  early.close()
  rmSync(`${path}-wal`)
})
