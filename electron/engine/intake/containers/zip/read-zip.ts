import type { Trouble } from '../../reading.ts'
import { u32 } from '../bytes/little-endian.ts'
import { createMembers, type Members } from '../members.ts'
import { openDirectory } from './directory.ts'
import { findZipEnd, type ZipEnd } from './end-records.ts'
import {
  isFolder,
  LOCAL_BYTES,
  LOCAL_MARK,
  localBytes,
  readLocal,
  refusalOf,
  type ZipEntry,
} from './entry.ts'
import { createFindings } from './findings.ts'
import { crossGap } from './gap.ts'
import { readBySight } from './read-by-sight.ts'
import { openMember } from './zip-member.ts'
import type { ZipRun } from './zip-run.ts'

export interface ZipReading {
  readonly members: Members
  /** It is of a kind that is not read at all. */
  readonly isRefused: boolean
  readonly trouble: Trouble | null
}

/**
 * Reads a zip by its directory, in order of the members in the file: one pass over `window`, which must stand at its
 * first byte, beside one over the directory in `source`. Without a directory the members are read as they stand.
 */
export async function readZip(
  begun: Omit<ZipRun, 'members' | 'findings'>,
  part: number,
): Promise<ZipReading> {
  const run: ZipRun = { ...begun, members: createMembers(begun.tree, part), findings: createFindings() }
  const { source, window, members, findings } = run
  const end = await findZipEnd(source)
  if (typeof end === 'string') {
    const trouble: Trouble = { reason: 'container-not-supported', detail: end, offset: null, offsetIn: null }
    return { members, isRefused: true, trouble }
  }
  if (end === null || (await isOfAnother(run, end))) {
    const detail =
      'It has no directory at its end, as when a copy was cut; the members were read as they stand.'
    findings.add('container-truncated', source.bytes, detail)
    await readBySight(run, source.bytes)
  } else await readListed(run, end)
  return { members, isRefused: false, trouble: window.trouble() ?? findings.first ?? members.nameTrouble }
}

/** The end of a zip that stands in this one as a member: other bytes before it, and they begin with a member. */
async function isOfAnother({ window }: ZipRun, end: ZipEnd): Promise<boolean> {
  if (end.before === 0 || !(await window.fill(4))) return false
  return u32(window.view(4), 0) === LOCAL_MARK
}

async function readListed(run: ZipRun, end: ZipEnd): Promise<void> {
  const { tree, source, window, members, findings } = run
  const directory = await openDirectory(source, end, tree.limits.maxMembers, tree.signal)
  if (directory.brokenAt !== null) {
    const detail = `Its directory is damaged at byte ${directory.brokenAt}, after ${directory.entries} entries.`
    findings.add('container-corrupt', directory.brokenAt, detail)
    // The local headers know more than what is left of the directory.
    return readBySight(run, end.directoryAt)
  }
  if (!countFits(directory.entries, end) && directory.entries <= tree.limits.maxMembers) {
    const detail = `It states ${end.stated} members and lists ${directory.entries}.`
    findings.add('directory-disagrees', end.directoryEnd, detail)
  }
  if (end.before > 0) findings.add('container-extra-bytes', 0, `${end.before} bytes stand before the zip.`)
  if (end.after > 0) {
    findings.add(
      'container-extra-bytes',
      source.bytes - end.after,
      `${end.after} bytes stand behind the zip.`,
    )
  }
  await window.discard(end.before)

  let before: ZipEntry | null = null
  for await (const entry of directory.inFileOrder()) {
    if (tree.pace.isDue()) await tree.pace.breathe()
    const at = entry.localAt + end.before
    if (at < window.offset) {
      const detail = `It shares bytes with another member: it begins at byte ${at}, which belongs to that one.`
      findings.add('entries-overlap', at, detail)
      const trouble: Trouble = { reason: 'entries-overlap', detail, offset: null, offsetIn: null }
      if (!(await members.refuse(entry.name, entry.bytes, { status: 'failed', trouble }))) return
      continue
    }
    if (window.offset < at) await crossGap(window, Math.min(at, end.directoryAt), before, findings)
    before = entry
    if (!(await readEntryHere(run, entry, end))) return
  }
  await crossGap(window, end.directoryAt, before, findings)
}

/** False when a limit of the tree was reached. */
async function readEntryHere(run: ZipRun, entry: ZipEntry, end: ZipEnd): Promise<boolean> {
  const { tree, window, members, findings } = run
  const at = entry.localAt + end.before
  const failed = (detail: string) => {
    const trouble: Trouble = { reason: 'container-corrupt', detail, offset: null, offsetIn: null }
    findings.add('container-corrupt', at, detail)
    return members.refuse(entry.name, entry.bytes, { status: 'failed', trouble })
  }
  const isThere = window.offset === at && (window.has(LOCAL_BYTES) || (await window.fill(LOCAL_BYTES)))
  const length = isThere ? localBytes(window.view(LOCAL_BYTES)) : null
  if (length === null || (!window.has(length) && !(await window.fill(length)))) {
    return failed(`No member begins at byte ${at}, as the directory says.`)
  }
  const dataEnd = at + length + entry.packedBytes
  if (dataEnd > end.directoryAt) {
    return failed(`A member of ${entry.packedBytes} bytes at byte ${at} reaches into the directory.`)
  }
  findings.compare(entry, readLocal(window.view(length)), at)
  window.skip(length)
  if (!isFolder(entry) && !(await readContent(run, entry))) return false
  if (window.offset < dataEnd) await window.discard(dataEnd - window.offset)
  return tree.budget.halted === null
}

async function readContent(
  { tree, window, members, depth, readPart }: ZipRun,
  entry: ZipEntry,
): Promise<boolean> {
  const refusal = refusalOf(entry)
  if (refusal !== null) {
    const trouble: Trouble = { ...refusal, offset: null, offsetIn: null }
    return members.refuse(entry.name, entry.bytes, { status: 'skipped', trouble })
  }
  const member = members.begin(entry.name, entry.bytes)
  if (member === null) return false
  const opened = await openMember(tree, window, entry)
  try {
    await readPart(tree, member.part, member.name, opened.content, depth)
  } finally {
    opened.close()
  }
  return true
}

/** Without zip64 there are only 16 bits for the number of members. */
function countFits(entries: number, end: ZipEnd): boolean {
  return entries === end.stated || (!end.isZip64 && entries % 0x10000 === end.stated)
}
