import type { Trouble } from '../../reading.ts'
import type { ByteWindow } from '../bytes/byte-window.ts'
import { u32, u64 } from '../bytes/little-endian.ts'
import type { PartBytes, Tree } from '../tree.ts'
import { inflateFlow, windowInput } from '../unpack/inflate-flow.ts'
import { checkedFlow, type StatedContent } from './checked-flow.ts'
import {
  DESCRIPTOR_MARK,
  HAS_DESCRIPTOR,
  isDeflate,
  isFolder,
  LOCAL_BYTES,
  localBytes,
  readLocal,
  refusalOf,
  type ZipEntry,
} from './entry.ts'
import type { Findings } from './findings.ts'
import { openMember } from './zip-member.ts'
import type { ZipRun } from './zip-run.ts'

const STEP = 64 * 1024

/**
 * Reads the members of a zip as they stand, for one whose directory is gone. A member that does not say how long it
 * is ends where its packed data ends; one that is not packed either cannot be read, and the next one is looked for.
 */
export async function readBySight(run: ZipRun, to: number): Promise<void> {
  const { tree, window, members, findings, depth, readPart } = run
  while (window.offset < to && (await seekMember(window, to, findings))) {
    await tree.pace.breathe()
    const at = window.offset
    const length = (await window.fill(LOCAL_BYTES)) ? localBytes(window.view(LOCAL_BYTES)) : null
    if (length === null || !(await window.fill(length))) return
    const local = readLocal(window.view(length))
    // What follows moves the window on.
    const entry: ZipEntry = {
      ...local,
      name: new Uint8Array(local.name),
      storedName: new Uint8Array(local.storedName),
    }
    window.skip(length)
    if (isFolder(entry) && entry.packedBytes === 0) continue
    const isOpenEnded = (entry.flags & HAS_DESCRIPTOR) !== 0 && entry.packedBytes === 0
    const stated = isOpenEnded ? null : entry.bytes
    const refusal = refusalOf(entry)
    const unknown = isOpenEnded && !isDeflate(entry.method)
    if (refusal !== null || unknown) {
      const detail = `The member at byte ${at} does not say where it ends.`
      const trouble: Trouble = {
        ...(refusal ?? { reason: 'container-corrupt', detail }),
        offset: null,
        offsetIn: null,
      }
      const status = refusal === null ? 'failed' : 'skipped'
      if (!(await members.refuse(entry.name, stated, { status, trouble }))) return
      if (!unknown) await window.discard(entry.packedBytes)
      continue
    }
    const member = members.begin(entry.name, stated)
    if (member === null) return
    const opened: Opened = isOpenEnded ? openEnded(tree, window) : await openMember(tree, window, entry)
    const dataEnd = window.offset + entry.packedBytes
    try {
      await readPart(tree, member.part, member.name, opened.content, depth)
      if (isOpenEnded) await opened.finish?.()
      else await window.discard(dataEnd - window.offset)
    } finally {
      opened.close()
    }
    if (tree.budget.halted !== null) return
  }
}

interface Opened {
  readonly content: PartBytes
  readonly finish?: () => Promise<unknown>
  close(): void
}

/** Deflate says where it ends; its checksum and length follow. */
function openEnded(tree: Tree, window: ByteWindow): Opened {
  const unpacked = inflateFlow(windowInput(window), { limits: tree.limits, budget: tree.budget })
  const flow = checkedFlow(unpacked, () => readDescriptor(window, unpacked.bytes))
  return {
    content: { flow },
    async finish() {
      while ((await flow.next()) !== null) await tree.pace.breathe()
    },
    close: () => unpacked.close(),
  }
}

/** The numbers behind a member, with 32 or 64 bits, whichever states the length that came out. */
async function readDescriptor(window: ByteWindow, bytes: number): Promise<StatedContent | null> {
  await window.fill(24)
  const sight = window.view(Math.min(24, window.length))
  const start = u32(sight, 0) === DESCRIPTOR_MARK ? 4 : 0
  if (sight.length < start + 12) return null
  const crc = u32(sight, start)
  const isWide = sight.length >= start + 20 && u64(sight, start + 12) === bytes
  const narrow = u32(sight, start + 8)
  window.skip(start + (isWide && narrow !== bytes ? 20 : 12))
  return { crc, bytes: isWide ? bytes : narrow }
}

/** Goes on to the next local header. False when there is none before `to`. */
async function seekMember(window: ByteWindow, to: number, findings: Findings): Promise<boolean> {
  const from = window.offset
  let isFound = false
  while (!isFound && window.offset < to) {
    await window.fill(Math.min(STEP, to - window.offset))
    const count = Math.min(window.length, to - window.offset)
    const sight = window.view(count)
    const text = Buffer.from(sight.buffer, sight.byteOffset, count)
    // What is left of the directory, or its end.
    if (window.offset === from && (text.indexOf(LISTED) === 0 || text.indexOf(END) === 0)) return false
    const at = text.indexOf(MEMBER)
    isFound = at >= 0
    // A mark may begin in the last three bytes.
    if (isFound) window.skip(at)
    else window.skip(count < STEP ? count : count - 3)
    if (count === 0) break
  }
  const gone = window.offset - from
  if (gone > 0)
    findings.add('container-extra-bytes', from, `${gone} bytes from byte ${from} on belong to no member.`)
  return isFound
}

const MEMBER = Buffer.from('PK\x03\x04', 'latin1')
const LISTED = Buffer.from('PK\x01\x02', 'latin1')
const END = Buffer.from('PK\x05\x06', 'latin1')
