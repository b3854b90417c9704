import type { Trouble } from '../reading.ts'
import { createByteWindow } from './bytes/byte-window.ts'
import { drain } from './bytes/flow.ts'
import { rangeFlow } from './bytes/random-bytes.ts'
import type { FlowingPart } from './flowing-part.ts'
import { createMembers, type Members } from './members.ts'
import type { ContainerKind } from './sniff.ts'
import { readTar } from './tar/read-tar.ts'
import type { ReadPart, Tree } from './tree.ts'
import type { ContainerEnd } from './visitor.ts'
import { readZip } from './zip/read-zip.ts'

interface Outcome {
  readonly members: Members | null
  readonly isRefused?: boolean
  readonly trouble: Trouble | null
}

/** Reads all members of a part that is a container, and tells the visitor how it ended. */
export async function readContainer(
  tree: Tree,
  container: FlowingPart,
  kind: ContainerKind,
  readPart: ReadPart,
): Promise<void> {
  const { part, own, unpacked, packing, flow, depth } = container
  const isPackedTwice = kind === 'gzip' || kind === 'zstd'
  const outcome =
    depth < tree.limits.maxContainerDepth
      ? await readMembers(tree, container, kind, readPart)
      : { members: null, isRefused: true, trouble: tooDeep(tree.limits.maxContainerDepth) }
  const { halted } = tree.budget
  // To the end, so that its hash is known and what is wrong there.
  if (halted === null) await drain(flow)
  const measure = own.measure()
  const sums = outcome.members?.sums() ?? { members: 0, unsafeNames: 0, duplicateNames: 0 }
  const trouble = tree.budget.halted ?? flow.trouble() ?? outcome.trouble
  await tree.visitor.container(part, {
    format: isPackedTwice ? (packing ?? kind) : kind,
    packing: isPackedTwice ? null : packing,
    bytes: measure?.bytes ?? null,
    sha256: measure?.sha256 ?? null,
    contentBytes: measure === null ? null : (unpacked?.bytes ?? measure.bytes),
    ...sums,
    status: statusOf(outcome, trouble, sums.members),
    trouble,
  })
}

function statusOf(outcome: Outcome, trouble: Trouble | null, members: number): ContainerEnd['status'] {
  if (outcome.isRefused === true) return 'skipped'
  if (trouble === null) return 'read'
  return members > 0 ? 'partial' : 'failed'
}

async function readMembers(
  tree: Tree,
  container: FlowingPart,
  kind: ContainerKind,
  readPart: ReadPart,
): Promise<Outcome> {
  const { part, packing, flow } = container
  const depth = container.depth + 1
  switch (kind) {
    case 'tar': {
      const offsetIn = packing === null ? 'file' : 'content'
      return readTar({ tree, window: createByteWindow(flow), offsetIn, depth, readPart }, part)
    }
    case 'zip':
      return readZipAnywhere(tree, container, depth, readPart)
    default:
      return readOnly(tree, container, depth, readPart)
  }
}

/** A zip is read from its end: where that cannot be reached, its bytes are kept first. */
async function readZipAnywhere(
  tree: Tree,
  { part, random, flow }: FlowingPart,
  depth: number,
  readPart: ReadPart,
): Promise<Outcome> {
  if (random !== null) {
    return readZip({ tree, source: random, window: createByteWindow(flow), depth, readPart }, part)
  }
  const source = await tree.scratch.keep(flow)
  if ('reason' in source) return { members: null, trouble: source }
  try {
    const window = createByteWindow(rangeFlow(source, 0, source.bytes))
    return await readZip({ tree, source, window, depth, readPart }, part)
  } finally {
    await source.release()
  }
}

/** A packing that holds another packing has one member. */
async function readOnly(
  tree: Tree,
  { part, name, flow }: FlowingPart,
  depth: number,
  readPart: ReadPart,
): Promise<Outcome> {
  const members = createMembers(tree, part)
  const member = members.begin(Buffer.from(nameInside(name)), null)
  if (member !== null) await readPart(tree, member.part, member.name, { flow }, depth)
  return { members, trouble: null }
}

/** The name that a program would give to what it unpacks: without its last ending. */
function nameInside(name: string): string {
  const last = name.slice(name.lastIndexOf('/') + 1)
  return last.replace(/\.(?:gz|gzip|zst|zstd)$/i, '').replace(/\.tgz$/i, '.tar') || last
}

function tooDeep(most: number): Trouble {
  const detail = `More than ${most} containers inside each other; it was not opened.`
  return { reason: 'containers-too-deep', detail, offset: null, offsetIn: null }
}
