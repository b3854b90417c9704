import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MIB = 1024 * 1024

export interface BadDisk {
  /** Where the files lie; reading what stands in the bad part of the disk fails with EIO. */
  readonly folder: string
  /** Puts a sound copy of the disk in its place. */
  repair(): void
  remove(): void
}

/**
 * A disk of 32 MiB whose end cannot be read: an image that is cut while it is mounted. `fill` writes its files; the
 * first lie in front. Needs root and loop devices; throws where there are none.
 */
export function badDisk(soundMiB: number, fill: (folder: string) => void): BadDisk {
  const run = (program: string, ...words: string[]) => execFileSync(program, words, { stdio: 'pipe' })
  const workFolder = mkdtempSync(join(tmpdir(), 'trailcase-disk-'))
  const folder = join(workFolder, 'disk')
  const image = join(workFolder, 'disk.img')
  const sound = join(workFolder, 'sound.img')
  const mount = (...options: string[]) => run('mount', '-o', ['loop', ...options].join(','), image, folder)
  const unmount = () => run('umount', '-l', folder)
  mkdirSync(folder)
  run('truncate', '-s', '32M', image)
  run('mkfs.ext4', '-q', '-O', '^has_journal', '-m', '0', image)
  mount()
  try {
    fill(folder)
  } finally {
    run('umount', folder)
  }
  copyFileSync(image, sound)
  mount('ro')
  truncateSync(image, soundMiB * MIB)
  return {
    folder,
    repair() {
      unmount()
      copyFileSync(sound, image)
      mount('ro')
    },
    remove() {
      unmount()
      rmSync(workFolder, { recursive: true, force: true })
    },
  }
}

/** Why no bad disk can be had here, or null. */
export const noBadDisk: string | null = (() => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'a bad disk needs root on Linux'
  try {
    badDisk(16, () => undefined).remove()
    return null
  } catch (cause) {
    return `no loop device can be mounted here: ${String(cause)}`
  }
})()
