import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Why no small disk can be had here, or null: only the superuser of a Linux machine may mount one. */
export const noSmallDisk: string | null = (() => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'mounting a small disk needs root on Linux'
  try {
    smallDisk(64).remove()
    return null
  } catch (cause) {
    return `mounting is not possible here: ${String(cause)}`
  }
})()

export interface SmallDisk {
  readonly folder: string
  resize(kib: number): void
  remove(): void
}

/** A disk in memory of so many KiB. */
export function smallDisk(kib: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'trailcase-disk-'))
  mkdirSync(folder, { recursive: true })
  const mount = (...words: string[]) => execFileSync('mount', words, { stdio: 'pipe' })
  mount('-t', 'tmpfs', '-o', `size=${kib}k`, 'tmpfs', folder)
  return {
    folder,
    resize: (size) => mount('-o', `remount,size=${size}k`, folder),
    remove: () => {
      execFileSync('umount', ['-l', folder], { stdio: 'pipe' })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
