import { createReadStream } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'
import type { MEMBER_REFUSALS } from '../../../shared/domain/package.ts'
import { AppError } from '../../../shared/errors.ts'
import { fileBlock, type RandomBytes } from '../intake/containers/bytes/random-bytes.ts'
import { openDirectory } from '../intake/containers/zip/directory.ts'
import { findZipEnd } from '../intake/containers/zip/end-records.ts'
import { IS_ENCRYPTED, isFolder, LOCAL_BYTES, localBytes, readLocal } from '../intake/containers/zip/entry.ts'

export type Refusal = (typeof MEMBER_REFUSALS)[number]

/** A member of a zip as its directory names it. */
export interface Member {
  readonly name: string
  /** It holds nothing itself. Unpacking makes it, so its name must be as safe as that of a file. */
  readonly isFolder: boolean
  readonly flags: number
  readonly method: number
  readonly packedBytes: number
  readonly bytes: number
  /** Offset of its local header in the file. */
  readonly at: number
}

const MOST_MEMBERS = 100_000
const STORED = 0
const DEFLATED = 8
/** Text of logs packs to a thirtieth; what unpacks to much more than that is made to fill a machine. */
const MOST_RATIO = 200
const ALWAYS_ALLOWED = 1024 ** 3

/** The members of a zip; a folder's name ends in a slash. Throws `invalid-input` when it is none, or is cut off. */
export async function listMembers(file: FileHandle, path: string, signal: AbortSignal): Promise<Member[]> {
  const source = fileBlock(file, (await file.stat()).size)
  const end = await findZipEnd(source)
  const damaged = (what: string) => new AppError('invalid-input', `${path} ${what}`)
  if (end === null || typeof end === 'string') throw damaged('is no whole zip.')
  const directory = await openDirectory(source, end, MOST_MEMBERS, signal)
  if (directory.brokenAt !== null) throw damaged(`is damaged at byte ${directory.brokenAt}.`)
  if (directory.entries > MOST_MEMBERS) throw damaged(`has more than ${MOST_MEMBERS} files.`)
  const members: Member[] = []
  for await (const entry of directory.inFileOrder()) {
    const { name, flags, method, packedBytes, bytes, localAt } = entry
    const text = Buffer.from(name).toString('utf8')
    const isPlainFolder = isFolder(entry)
    members.push({
      name: text,
      isFolder: isPlainFolder,
      flags,
      method,
      packedBytes,
      bytes,
      at: localAt + end.before,
    })
  }
  return members
}

/** Why a member is not read, by what the directory says of it; null when it may be. */
export function refusalOf(
  member: Member,
  seen: Set<string>,
  fileBytes: number,
  total: number,
): Refusal | null {
  if (!isSafe(member.isFolder ? member.name.replace(/\/$/, '') : member.name)) return 'name-unsafe'
  const folded = member.name.normalize('NFC').toLowerCase()
  if (seen.has(folded)) return 'name-twice'
  seen.add(folded)
  if ((member.flags & IS_ENCRYPTED) !== 0) return 'encrypted'
  if (member.method !== STORED && member.method !== DEFLATED) return 'method'
  return total > Math.max(ALWAYS_ALLOWED, MOST_RATIO * fileBytes) ? 'too-large' : null
}

/** A name that stays in the folder into which a package is unpacked, on every system. */
export function isSafe(name: string): boolean {
  if (name === '' || name.includes('\ufffd') || /[\p{Cc}\\:*?"<>|]/u.test(name)) return false
  return name.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !/[. ]$/.test(part))
}

/** Unpacks a member into `take`. Answers why it could not be read whole; null when it was. */
export async function readMember(
  file: FileHandle,
  path: string,
  member: Member,
  take: (part: Buffer) => void,
  signal: AbortSignal,
): Promise<Refusal | null> {
  const from = await dataAt(fileBlock(file, (await file.stat()).size), member)
  if (from === null) return 'damaged'
  let bytes = 0
  let isTooMuch = false
  const counted = async (parts: AsyncIterable<Buffer>) => {
    for await (const part of parts) {
      bytes += part.length
      if (bytes > member.bytes) {
        isTooMuch = true
        throw new Error('more than stated')
      }
      take(part)
    }
  }
  if (member.packedBytes === 0) return member.bytes === 0 ? null : 'size-differs'
  const packed = createReadStream(path, { start: from, end: from + member.packedBytes - 1 })
  try {
    if (member.method === STORED) await pipeline(packed, counted, { signal })
    else await pipeline(packed, createInflateRaw(), counted, { signal })
  } catch (cause) {
    if (signal.aborted) throw cause
    return isTooMuch ? 'size-differs' : 'damaged'
  }
  return bytes === member.bytes ? null : 'size-differs'
}

/** Where the bytes of a member begin; null when no member of that name stands there. */
async function dataAt(source: RandomBytes, member: Member): Promise<number | null> {
  const fixed = Buffer.alloc(LOCAL_BYTES)
  if ((await source.read(member.at, fixed)) < LOCAL_BYTES) return null
  const length = localBytes(fixed)
  if (length === null) return null
  const whole = Buffer.alloc(length)
  if ((await source.read(member.at, whole)) < length) return null
  const from = member.at + length
  if (Buffer.from(readLocal(whole).name).toString('utf8') !== member.name) return null
  return from + member.packedBytes <= source.bytes ? from : null
}
