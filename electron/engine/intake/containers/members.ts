import type { Trouble } from '../reading.ts'
import { refusedLeaf } from './leaf.ts'
import { isUnsafeName, shownName } from './names.ts'
import { createNumbers, hash53, repeatsIn } from './numbers.ts'
import type { Tree } from './tree.ts'
import type { Refused } from './visitor.ts'

/** Begins the members of one container and keeps count of them. */
export interface Members {
  readonly count: number
  /** Trouble with names, which costs nothing of the content. */
  readonly nameTrouble: Trouble | null
  /** Null when a limit of the tree was reached: then the container is not read on. */
  begin(name: Uint8Array, bytes: number | null): { readonly part: number; readonly name: string } | null
  /** A member of which nothing is read. False when a limit was reached. */
  refuse(name: Uint8Array, bytes: number | null, refused: Refused): Promise<boolean>
  sums(): { readonly members: number; readonly unsafeNames: number; readonly duplicateNames: number }
}

export function createMembers(tree: Tree, parent: number): Members {
  const { maxNameBytes } = tree.limits
  const names = createNumbers()
  let count = 0
  let unsafeNames = 0
  let longNames = 0

  function begin(name: Uint8Array, bytes: number | null) {
    if (tree.budget.member() !== null) return null
    const shown = shownName(name, maxNameBytes)
    count += 1
    names.push(hash53(name))
    if (isUnsafeName(shown)) unsafeNames += 1
    if (name.length > maxNameBytes) longNames += 1
    return { part: tree.visitor.begin(parent, shown, { bytes }), name: shown }
  }

  return {
    get count() {
      return count
    },
    get nameTrouble(): Trouble | null {
      if (longNames === 0) return null
      const detail = `${longNames} names are longer than ${maxNameBytes} bytes and are shown cut; their content was read.`
      return { reason: 'name-too-long', detail, offset: null, offsetIn: null }
    },
    begin,
    async refuse(name, bytes, refused) {
      const member = begin(name, bytes)
      if (member === null) return false
      await tree.visitor.leaf(member.part, refusedLeaf(member.name, refused, null))
      return true
    },
    sums: () => ({ members: count, unsafeNames, duplicateNames: repeatsIn(names) }),
  }
}
