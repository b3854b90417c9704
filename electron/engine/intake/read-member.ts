import { createBudget } from './containers/budget.ts'
import { HeldLeaf } from './containers/leaf.ts'
import { heldGunzip } from './containers/read-part.ts'
import { DEFAULT_TREE_LIMITS } from './containers/tree-limits.ts'
import { createTreePace } from './containers/tree-pace.ts'
import type { LeafContent } from './containers/visitor.ts'
import type { FastReader } from './fast/reading.ts'
import { mayBeTrail, readLeaf } from './read-leaf.ts'
import type { Finding, HeldMember, MemberHelp, Reading, SourceRequest } from './reading.ts'

/** A smaller member is read in the time that handing it over takes; larger ones would lie about in memory. */
const LEAST_BYTES = 16 * 1024
const MOST_BYTES = 4 * 1024 * 1024

/** Gives a member of an archive to others, if it is worth it and someone takes it. */
export function isHandedOver(part: number, content: LeafContent, help: MemberHelp): boolean {
  const { name, packing, stored: bytes } = content
  if (bytes === null || bytes.length < LEAST_BYTES || bytes.length > MOST_BYTES) return false
  if (packing === 'zstd' || !mayBeTrail(name)) return false
  if (!help.take({ part, name, packing, bytes, trouble: content.trouble() })) return false
  // So that the limits of the archive hold for what is unpacked elsewhere too. Content that is not packed counts nothing.
  if (packing !== null) content.unpacked(help.unpacked())
  return true
}

/** Reads a member that was handed over, as it would have been read in its archive. Rejects when `request.signal` is raised. */
export function readMember(
  { part, name, packing, bytes, trouble }: HeldMember,
  { hashContent, limits: asked, signal }: SourceRequest,
  fast: FastReader,
  onFindings: (findings: readonly Finding[]) => void,
): Promise<Reading> {
  const limits = { ...DEFAULT_TREE_LIMITS, ...asked }
  const unpacking = heldGunzip(limits, createBudget(limits, bytes.length))
  const content = new HeldLeaf(name, packing, { memory: bytes, trouble }, unpacking, createTreePace(signal))
  return readLeaf(part, content, { limits, hashContent, signal }, fast, onFindings)
}
