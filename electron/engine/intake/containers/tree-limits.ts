import { DEFAULT_LIMITS, type IntakeLimits } from '../limits.ts'

/**
 * What one file on the disk may cost with everything inside it. Of the limits it takes over, those of content and
 * ratio hold for each packed stream, and the ratio also for the whole tree: all bytes that came out of all layers,
 * for each byte of the file.
 */
export interface TreeLimits extends IntakeLimits {
  /** Containers inside each other; a packing around an archive, as in `.tar.gz`, does not count of its own. */
  readonly maxContainerDepth: number
  /** Members of all containers together, folders not counted. */
  readonly maxMembers: number
  /** Unpacked bytes of all layers together. */
  readonly maxTotalBytes: number
  /** Bytes of a member's name as it stands in its container. A longer one is shown cut. */
  readonly maxNameBytes: number
}

const TIB = 2 ** 40

export const DEFAULT_TREE_LIMITS: TreeLimits = {
  ...DEFAULT_LIMITS,
  maxContainerDepth: 8,
  maxMembers: 5_000_000,
  maxTotalBytes: TIB,
  maxNameBytes: 4096,
}
