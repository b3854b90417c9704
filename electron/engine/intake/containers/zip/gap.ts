import type { ByteWindow } from '../bytes/byte-window.ts'
import { DESCRIPTOR_MARK, HAS_DESCRIPTOR, LOCAL_MARK, type ZipEntry } from './entry.ts'
import type { Findings } from './findings.ts'

/** Lengths of a data descriptor: with and without its mark, with numbers of 32 or 64 bits. */
const DESCRIPTOR_BYTES = [16, 24, 12, 20] as const
const STEP = 64 * 1024

/**
 * Goes from the end of one member to `to`, where the next one or the directory begins. A data descriptor and zeros
 * may stand between; a member that the directory does not list, or anything else, is a finding.
 */
export async function crossGap(
  window: ByteWindow,
  to: number,
  before: ZipEntry | null,
  findings: Findings,
): Promise<void> {
  if (before !== null && (before.flags & HAS_DESCRIPTOR) !== 0) await skipDescriptor(window, to)
  const from = window.offset
  if (from >= to) return
  await window.fill(Math.min(4, to - from))
  if (window.length >= 4 && markAt(window, 0) === LOCAL_MARK) {
    findings.add('directory-disagrees', from, `The directory does not list the member at byte ${from}.`)
    await window.discard(to - from)
    return
  }
  let isZero = true
  while (window.offset < to) {
    const count = Math.min(STEP, to - window.offset)
    await window.fill(count)
    const sight = window.view(Math.min(count, window.length))
    if (sight.length === 0) return
    isZero &&= sight.every((byte) => byte === 0)
    window.skip(sight.length)
  }
  if (!isZero) {
    findings.add(
      'container-extra-bytes',
      from,
      `${to - from} bytes from byte ${from} on belong to no member.`,
    )
  }
}

/** The descriptor is as long as makes it end where the next thing begins. */
async function skipDescriptor(window: ByteWindow, to: number): Promise<void> {
  const room = to - window.offset
  await window.fill(Math.min(28, room))
  const isMarked = window.length >= 4 && markAt(window, 0) === DESCRIPTOR_MARK
  const fits = DESCRIPTOR_BYTES.filter((length) => length <= room && length <= window.length)
  const whole = fits.find((length) => length === room)
  const followed = fits.find((length) => window.length >= length + 4 && markAt(window, length) === LOCAL_MARK)
  const length = whole ?? followed ?? (isMarked ? fits[0] : undefined)
  if (length !== undefined) window.skip(length)
}

function markAt(window: ByteWindow, at: number): number {
  const sight = window.view(at + 4)
  return new DataView(sight.buffer, sight.byteOffset + at, 4).getUint32(0, true)
}
