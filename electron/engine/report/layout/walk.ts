import type { StructNode } from './struct-node.ts'

export interface WalkHooks {
  /** A node begins: a table or list that is open-ended, or a node with all that it says and holds. */
  readonly begin: (node: StructNode) => void
  readonly end: (node: StructNode) => void
}

/**
 * Follows the structure while text is set: `to` ends what is over and begins what is new. Within a row or an entry,
 * whose parts are all known, one may go back and forth.
 */
export interface Walk {
  to(node: StructNode): void
  /** Ends all that is still open. */
  finish(): void
}

export function walkStructure(hooks: WalkHooks): Walk {
  const open: StructNode[] = []
  const leave = (kept: number) => {
    for (let node = open.at(-1); node !== undefined && open.length > kept; node = open.at(-1)) {
      hooks.end(node)
      open.pop()
    }
  }
  return {
    to(node) {
      const unit = unitOf(node)
      if (open.at(-1) === unit) return
      const path = pathTo(unit)
      let same = 0
      while (same < open.length && open[same] === path[same]) same += 1
      leave(same)
      for (const next of path.slice(same)) {
        open.push(next)
        hooks.begin(next)
      }
    },
    finish: () => leave(0),
  }
}

/** True for a node that says what it says, or names all its parts. */
export function isClosed(node: StructNode): boolean {
  return node.content !== undefined || node.children !== undefined
}

/** The largest closed node around a node: a paragraph, a row, an entry of a list. */
function unitOf(node: StructNode): StructNode {
  let unit = node
  while (unit.parent !== null && isClosed(unit.parent)) unit = unit.parent
  return unit
}

function pathTo(node: StructNode): StructNode[] {
  const path: StructNode[] = []
  for (let at: StructNode | null = node; at !== null; at = at.parent) path.unshift(at)
  return path
}
