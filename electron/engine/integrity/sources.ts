import { createHash } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs'
import type { ReadableCase } from '../case/rights.ts'
import { readTree } from '../intake/containers/read-tree.ts'
import { DEFAULT_TREE_LIMITS } from '../intake/containers/tree-limits.ts'
import type { LeafContent } from '../intake/containers/visitor.ts'
import { refusalOf } from './local-path.ts'
import { readStrictly, type StrictContent } from './strict-gzip.ts'
import { createTurns, type Turns } from './turns.ts'

/** A file of the ledger, as far as validation needs it. */
export interface LedgerFile {
  readonly id: number
  /** As in the ledger: members of archives stand behind `!/`. */
  readonly path: string
  /** The file on the disk that holds it: itself, or the outermost archive. */
  readonly diskPath: string
  readonly format: string
  readonly status: string
  readonly sha256: string | null
  readonly contentSha256: string | null
}

/** What came of reading a file of the ledger again. */
export type Reread =
  | { readonly content: StrictContent }
  /** `refused`: it was not opened, because of where it lies. */
  | { readonly unreadable: string; readonly refused?: true }

const PIECE = 256 * 1024

/** The newest line of each path, outermost archives included; older lines are files that were replaced since. */
export function ledgerFiles(db: ReadableCase): LedgerFile[] {
  return db
    .prepare(
      `with recursive line (id, diskPath) as (
         select id, path from source where parent_id is null
         union all select child.id, line.diskPath from source child join line on child.parent_id = line.id
       )
       select s.id, s.path, line.diskPath, s.format, s.status, s.sha256, s.content_sha256 as contentSha256
       from source s join line on line.id = s.id
       where s.id in (select max(id) from source group by path) and s.status != 'reading' order by s.path`,
    )
    .all() as LedgerFile[]
}

/**
 * Reads files of the ledger again, each as strictly as validation wants it, for reading only. What cannot be read
 * any more is told as such, and so is what does not lie on this computer. Contents up to `keepAtMost` bytes are
 * handed over whole. Rejects with the reason of `signal`, also in the middle of a file.
 */
export async function rereadFiles(
  files: readonly LedgerFile[],
  keepAtMost: number,
  signal: AbortSignal,
  onRead: (file: LedgerFile, read: Reread) => void,
): Promise<void> {
  const turns = createTurns(signal)
  const allowed: LedgerFile[] = []
  for (const file of files) {
    const refusal = refusalOf(file.diskPath)
    if (refusal === null) allowed.push(file)
    else onRead(file, { unreadable: refusal, refused: true })
  }
  for (const file of allowed.filter((each) => each.path === each.diskPath)) {
    if (turns.isDue()) await turns.pass()
    onRead(file, await readOnDisk(file.path, keepAtMost, signal, turns))
  }
  const inArchives = Map.groupBy(
    allowed.filter((each) => each.path !== each.diskPath),
    (each) => each.diskPath,
  )
  for (const [diskPath, members] of inArchives) {
    if (turns.isDue()) await turns.pass()
    await readMembers(diskPath, members, keepAtMost, signal, turns, onRead)
  }
}

async function readOnDisk(
  path: string,
  keepAtMost: number,
  signal: AbortSignal,
  turns: Turns,
): Promise<Reread> {
  let file: number | null = null
  try {
    // A pipe would be waited for, a device has no end: neither is what the ledger means.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const open = file
    if (!fstatSync(open).isFile()) return { unreadable: 'It is no file any more.' }
    const buffer = Buffer.allocUnsafe(PIECE)
    const next = () => {
      const read = readSync(open, buffer, 0, PIECE, null)
      return read === 0 ? null : buffer.subarray(0, read)
    }
    return { content: await readStrictly(next, keepAtMost, turns) }
  } catch (cause) {
    signal.throwIfAborted()
    return { unreadable: cause instanceof Error ? cause.message : String(cause) }
  } finally {
    if (file !== null) closeSync(file)
  }
}

async function readMembers(
  diskPath: string,
  members: readonly LedgerFile[],
  keepAtMost: number,
  signal: AbortSignal,
  turns: Turns,
  onRead: (file: LedgerFile, read: Reread) => void,
): Promise<void> {
  const wanted = new Map(members.map((member) => [member.path, member]))
  const paths = new Map<number, string>([[0, diskPath]])
  let last = 0
  let trouble = 'It is not in the archive any more.'
  try {
    const info = statSync(diskPath)
    if (!info.isFile()) throw new Error('It is no file any more.')
    const { size } = info
    await readTree(
      { path: diskPath, bytes: size },
      diskPath,
      DEFAULT_TREE_LIMITS,
      {
        begin(parent, name) {
          last += 1
          paths.set(last, `${paths.get(parent) ?? ''}!/${name}`)
          return last
        },
        async leaf(part, content) {
          const path = paths.get(part) ?? ''
          paths.delete(part)
          const member = wanted.get(path)
          if (member === undefined) return
          const read = await readLeafAgain(content, keepAtMost, turns)
          // Of several members with one name, the one that the ledger means.
          if ('content' in read && member.sha256 !== null && read.content.sha256 !== member.sha256) {
            trouble = 'The member has other bytes than at the import.'
            return
          }
          wanted.delete(path)
          onRead(member, read)
        },
        container: (part) => void paths.delete(part === 0 ? -1 : part),
      },
      signal,
    )
  } catch (cause) {
    signal.throwIfAborted()
    trouble = cause instanceof Error ? cause.message : String(cause)
  }
  for (const member of wanted.values()) onRead(member, { unreadable: trouble })
}

async function readLeafAgain(content: LeafContent, keepAtMost: number, turns: Turns): Promise<Reread> {
  if (content.refused !== null) return { unreadable: content.refused.trouble.detail }
  if (content.stored !== null) {
    const pieces = [content.stored]
    return { content: await readStrictly(() => pieces.shift() ?? null, keepAtMost, turns) }
  }
  // Too large to be at hand, or packed in another way: unpacked on the way, trouble is told at the end.
  const inner = createHash('sha256')
  const kept: Uint8Array[] = []
  let contentBytes = 0
  for await (const piece of content.open()) {
    inner.update(piece)
    contentBytes += piece.length
    if (contentBytes <= keepAtMost) kept.push(new Uint8Array(piece))
    if (turns.isDue()) await turns.pass()
  }
  const packed = content.packed()
  const trouble = content.trouble()
  if (packed === null) return { unreadable: trouble?.detail ?? 'It could not be read to its end.' }
  const fault =
    trouble === null ? null : trouble.reason.endsWith('trailing-bytes') ? 'trailing-data' : 'damaged'
  return {
    content: {
      bytes: packed.bytes,
      sha256: packed.sha256,
      contentBytes,
      contentSha256: inner.digest('hex'),
      fault,
      content: contentBytes <= keepAtMost ? Buffer.concat(kept) : null,
    },
  }
}
