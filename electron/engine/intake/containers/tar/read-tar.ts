import type { Trouble } from '../../reading.ts'
import type { ByteWindow } from '../bytes/byte-window.ts'
import type { Flow } from '../bytes/flow.ts'
import { createMembers, type Members } from '../members.ts'
import { HELD_BYTES, type PartBytes, type ReadPart, type Tree } from '../tree.ts'
import { boundedFlow } from '../unpack/bounded-flow.ts'
import type { Refused } from '../visitor.ts'
import { createNextName, type NextName } from './next-name.ts'
import { readGnuMap, readPaxMap, type SparseMap, sparseFlow } from './sparse.ts'
import { BLOCK, isTarHeader, isZeroBlock, padding, readTarHeader, type TarHeader } from './tar-header.ts'

export interface TarReading {
  readonly members: Members
  readonly trouble: Trouble | null
}

/** The reading of one tar. */
export interface TarRun {
  readonly tree: Tree
  readonly window: ByteWindow
  /** What its offsets count: bytes of the part itself, or of what came out of its packing. */
  readonly offsetIn: 'file' | 'content'
  /** Containers around its members, itself included. */
  readonly depth: number
  readonly readPart: ReadPart
}

/**
 * Reads a tar from `window`, which must stand at its first byte: ustar, pax, GNU and v7. Damage between members costs
 * nothing but what it covers: reading goes on at the next header with a right checksum. Members behind the end mark,
 * as in tars that were joined, are read as well.
 */
export async function readTar(run: TarRun, part: number): Promise<TarReading> {
  const { tree, window, offsetIn } = run
  const members = createMembers(tree, part)
  let first: Trouble | null = null
  let zeroBlocks = 0
  let strayFrom: number | null = null
  let pending = createNextName()

  const add = (reason: Trouble['reason'], offset: number, detail: string) => {
    first ??= { reason, detail, offset, offsetIn }
  }
  const endStray = (to: number) => {
    if (strayFrom === null) return
    const reason = zeroBlocks >= 2 ? 'container-extra-bytes' : 'container-corrupt'
    add(reason, strayFrom, `${to - strayFrom} bytes from byte ${strayFrom} on are no member.`)
    strayFrom = null
  }

  for (;;) {
    if (tree.pace.isDue()) await tree.pace.breathe()
    if (!window.has(BLOCK) && !(await window.fill(BLOCK))) break
    const at = window.offset
    const sight = window.view(BLOCK)
    const isHeader = isTarHeader(sight)
    if (!isHeader && !isZeroBlock(sight)) strayFrom ??= at
    else if (!isHeader && strayFrom === null) zeroBlocks += 1
    const block = isHeader ? new Uint8Array(sight) : null
    window.skip(BLOCK)
    const header = block === null ? null : readTarHeader(block)
    if (block === null || header === null) {
      if (isHeader) strayFrom ??= at
      continue
    }
    endStray(at)
    if (zeroBlocks >= 2) {
      add('container-extra-bytes', at, `Members follow the end mark from byte ${at} on; they were read.`)
    }
    zeroBlocks = 0
    if (pending.isAbout(header)) {
      const trouble = await pending.take(header, window)
      if (trouble !== null) add('container-corrupt', at, trouble)
      continue
    }
    const goesOn = await readMember(run, members, header, block, pending, add)
    pending = pending.afterMember()
    if (!goesOn) break
  }
  if (tree.budget.halted === null) {
    const rest = window.view(window.length)
    const detail =
      rest.length > 0
        ? 'It ends in the middle of a header.'
        : 'It has no end mark: it may have been cut between two members.'
    if (zeroBlocks === 0 && strayFrom === null)
      add('container-truncated', window.offset + rest.length, detail)
    if (!rest.every((byte) => byte === 0)) strayFrom ??= window.offset
    endStray(window.offset + rest.length)
  }
  return { members, trouble: window.trouble() ?? first ?? members.nameTrouble }
}

/** False when nothing more is to be read. */
async function readMember(
  { tree, window, depth, readPart, offsetIn }: TarRun,
  members: Members,
  header: TarHeader,
  block: Uint8Array,
  pending: NextName,
  add: (reason: Trouble['reason'], offset: number, detail: string) => void,
): Promise<boolean> {
  const name = pending.name ?? header.name
  const bytes = pending.bytes ?? header.bytes
  const isFolder = header.type === '5' || header.type === 'D' || (header.type === '0' && name.at(-1) === 0x2f)
  const refused = refusalOf(header)
  const dataAt = window.offset
  const cut = (missing: number): Trouble => {
    const detail = `The archive ends at byte ${window.offset}, ${missing} bytes before the end of this member.`
    return { reason: 'container-truncated', detail, offset: window.offset, offsetIn }
  }

  // Links and devices have no data, whatever their size says; an unknown type is read as a file (POSIX).
  if (refused !== null) {
    if (!(await members.refuse(name, null, refused))) return false
    return skipTo(window, dataAt + (NO_DATA.has(header.type) ? 0 : bytes))
  }
  if (isFolder || header.type === 'V') return skipTo(window, dataAt + (header.type === 'D' ? bytes : 0))

  let map: SparseMap | null = null
  if (header.type === 'S' || pending.sparse !== null) {
    map =
      pending.sparse === null
        ? await readGnuMap(block, window)
        : await readPaxMap(pending.sparse, window, bytes)
    if (map === null) {
      const detail = 'The map of a sparse file makes no sense.'
      add('container-corrupt', dataAt, detail)
      const trouble: Trouble = { reason: 'container-corrupt', detail, offset: null, offsetIn: null }
      if (!(await members.refuse(name, null, { status: 'failed', trouble }))) return false
      return skipTo(window, Math.max(window.offset, dataAt + bytes + padding(bytes)))
    }
  }
  // The map of the old GNU format stands before the data and does not count as data.
  const dataEnd = (header.type === 'S' ? window.offset : dataAt) + bytes
  const member = members.begin(name, map?.realBytes ?? bytes)
  if (member === null) return false
  const content = await contentOf(tree, window, dataEnd - window.offset, map, cut)
  await readPart(tree, member.part, member.name, content, depth)
  if (tree.budget.halted !== null) return false
  await window.discard(dataEnd - window.offset)
  if (window.offset < dataEnd) add('container-truncated', window.offset, cut(dataEnd - window.offset).detail)
  await window.discard(padding(bytes))
  return true
}

async function contentOf(
  tree: Tree,
  window: ByteWindow,
  bytes: number,
  map: SparseMap | null,
  cut: (missing: number) => Trouble,
): Promise<PartBytes> {
  if (map === null && bytes <= HELD_BYTES && (window.has(bytes) || (await window.fill(bytes)))) {
    return { memory: window.view(bytes), trouble: null }
  }
  const stored: Flow = window.part(bytes, cut)
  if (map === null) return { flow: stored }
  return { flow: boundedFlow(sparseFlow(stored, map), bytes, { limits: tree.limits, budget: tree.budget }) }
}

async function skipTo(window: ByteWindow, dataEnd: number): Promise<boolean> {
  await window.discard(dataEnd + padding(dataEnd) - window.offset)
  return true
}

const NO_DATA: ReadonlySet<string> = new Set(['1', '2', '3', '4', '6'])

function refusalOf({ type, linkName }: TarHeader): Refused | null {
  const target = Buffer.from(linkName).toString('utf8')
  const skipped = (reason: Trouble['reason'], detail: string): Refused => ({
    status: 'skipped',
    trouble: { reason, detail, offset: null, offsetIn: null },
  })
  switch (type) {
    case '1':
      return skipped('link-not-followed', `A hard link to ${JSON.stringify(target)}.`)
    case '2':
      return skipped('link-not-followed', `A symbolic link to ${JSON.stringify(target)}.`)
    case '3':
    case '4':
      return skipped('not-a-file', 'A device.')
    case '6':
      return skipped('not-a-file', 'A pipe.')
    case 'M':
      return skipped(
        'container-not-supported',
        'The rest of a file that begins in another volume of the tar.',
      )
    default:
      return null
  }
}
