import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { wantedElectron } from './electron-runtime.ts'

// A place in the executable where the fuses stand: this marker, a version, a count, and one character for each.
const FUSE_MARKER = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const FUSES_AS_SHIPPED = '101100011'

/**
 * Writes a folder that has the shape of an Electron runtime for Linux, so that the packager can be run without the
 * real one. The program in it does nothing; its fuses can be set and read.
 */
export function writeStandInRuntime(folder: string): void {
  const write = (path: string, content: string | Buffer, mode = 0o644) =>
    writeFileSync(join(folder, path), content, { mode })
  for (const part of ['locales', 'resources']) mkdirSync(join(folder, part), { recursive: true })
  const fuses = [
    Buffer.from(FUSE_MARKER),
    Buffer.from([1, FUSES_AS_SHIPPED.length]),
    Buffer.from(FUSES_AS_SHIPPED),
  ]
  write('electron', Buffer.concat([Buffer.from('#!/bin/sh\nexit 1\n'), ...fuses]), 0o755)
  write('version', wantedElectron)
  write('LICENSE', 'The licence of the runtime stands here.\n')
  write('LICENSES.chromium.html', '<p>The licences of the browser stand here.\n')
  for (const language of ['en-US', 'ja', 'de', 'fr']) write(`locales/${language}.pak`, language)
}
