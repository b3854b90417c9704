import { createHash } from 'node:crypto'
import { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import type { EpochSeconds } from '../../../shared/domain/units.ts'
import { AppError } from '../../../shared/errors.ts'
import type { HashedSink } from '../report/sink.ts'

/** A file in the zip. */
export interface ZippedFile {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

/** Writes files into a zip one after another, at the pace of what takes the zip. */
export interface ZipWriter {
  /** `fill` gets a stream and need not end it. */
  add(
    name: string,
    how: 'store' | 'deflate',
    fill: (stream: Writable) => Promise<unknown>,
  ): Promise<ZippedFile>
  /** All files so far. */
  files(): readonly ZippedFile[]
  end(): Promise<void>
}

/** Above it a zip needs its 64-bit form, which fflate does not write. */
const MOST_BYTES = 0xffff_0000
const MOST_FILES = 0xfff0

/**
 * The same files and the same moment give the same bytes: the date in the zip is the day of issue at noon, which is the
 * same in every zone of the machine (the format knows no zone), and the exact moment stands in the extended time stamp
 * (0x5455) that `unzip` and others take.
 */
export function createZipWriter(sink: HashedSink, issuedAt: EpochSeconds): ZipWriter {
  const files: ZippedFile[] = []
  const pending: Uint8Array[] = []
  let failed: Error | null = null
  const zip = new Zip((error, chunk) => {
    failed ??= error
    if (chunk !== undefined) pending.push(chunk)
  })
  const flush = async () => {
    if (failed !== null) throw failed
    for (const chunk of pending.splice(0)) await sink.write(chunk)
    if (sink.written().bytes > MOST_BYTES) {
      throw new AppError('invalid-input', 'The package is larger than 4 GB. Leave the case file out of it.')
    }
  }
  return {
    files: () => files,
    async add(name, how, fill) {
      if (files.length >= MOST_FILES) throw new AppError('invalid-input', 'The package has too many files.')
      const member = how === 'store' ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 })
      Object.assign(member, attributes(issuedAt))
      zip.add(member)
      const hash = createHash('sha256')
      let bytes = 0
      const stream = new Writable({
        write(chunk: Buffer, _encoding, done) {
          hash.update(chunk)
          bytes += chunk.length
          // fflate keeps what it is given.
          member.push(new Uint8Array(chunk))
          flush().then(() => done(), done)
        },
      })
      await fill(stream)
      stream.end()
      await finished(stream)
      member.push(new Uint8Array(0), true)
      await flush()
      const file = { name, bytes, sha256: hash.digest('hex') }
      files.push(file)
      return file
    },
    async end() {
      zip.end()
      await flush()
    },
  }
}

function attributes(issuedAt: EpochSeconds) {
  const day = new Date(issuedAt * 1000)
  const noon = new Date(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 12)
  const stamp = new Uint8Array(5)
  stamp[0] = 1
  new DataView(stamp.buffer).setInt32(1, issuedAt, true)
  return { mtime: noon, extra: { 21589: stamp }, os: 3, attrs: 0o100644 << 16 }
}
