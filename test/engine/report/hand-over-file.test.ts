import * as fs from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import { handOverFile } from '../../../electron/engine/report/hand-over-file.ts'
import { freshCase, freshFolder } from '../open-case.ts'

const DISK_MS = 20

/** A disk that takes its time to open a file. */
vi.mock('node:fs', async (original) => {
  const all = await original<typeof import('node:fs')>()
  const open = (...given: Parameters<typeof all.open>) => setTimeout(() => all.open(...given), DISK_MS)
  const createWriteStream = (path: string, options: object) =>
    all.createWriteStream(path, { ...options, fs: { ...all, open } } as object)
  return { ...all, createWriteStream, default: { ...all, createWriteStream } }
})

it('a file that is given up before it came to be does not come to be afterwards', async () => {
  const { db, actor } = freshCase()
  const folder = freshFolder()
  const refuse = () => Promise.reject(new Error('refused at once'))
  await expect(handOverFile(db, actor, join(folder, 'report.html'), refuse)).rejects.toThrow(
    'refused at once',
  )
  await wait(3 * DISK_MS)
  expect(fs.readdirSync(folder)).toEqual([])
})
