import { readTree } from './containers/read-tree.ts'
import { DEFAULT_TREE_LIMITS } from './containers/tree-limits.ts'
import type { ContainerEnd } from './containers/visitor.ts'
import type { FastReader } from './fast/reading.ts'
import { readLeaf } from './read-leaf.ts'
import { isHandedOver } from './read-member.ts'
import type { Finding, Part, Reading, SourceRequest } from './reading.ts'
import { unreadable } from './verdict.ts'
import type { FoundFile } from './walk.ts'

/**
 * Reads one file of any kind: takes archives apart, to any depth that the limits allow, and reads each content by
 * its form. Without `fast` every record is parsed: the slow, simple way. Trouble is part of the readings; rejects
 * only when `request.signal` is raised.
 */
export async function readParts(
  file: FoundFile,
  request: SourceRequest,
  fast: FastReader | null,
  onFindings: (findings: readonly Finding[]) => void,
): Promise<Reading> {
  const { hashContent, help, signal } = request
  let last: Part = 0
  let whole: Reading | null = null
  const limits = { ...DEFAULT_TREE_LIMITS, ...request.limits }
  // What others unpacked last of the archive before does not count for this one.
  help?.unpacked()
  const end = (part: Part, reading: Reading) => {
    if (part === 0) whole = reading
    else onFindings([{ kind: 'end', part, reading }])
  }

  try {
    await readTree(
      { path: file.path, bytes: file.bytes },
      file.shownPath,
      limits,
      {
        begin(parent, name, { bytes }) {
          last += 1
          onFindings([{ kind: 'begin', part: last, parent, name, bytes }])
          return last
        },
        async leaf(part, content) {
          if (help !== undefined && part !== 0 && isHandedOver(part, content, help)) return
          end(part, await readLeaf(part, content, { limits, hashContent, signal }, fast, onFindings))
        },
        async container(part, container) {
          await help?.settled()
          end(part, readingOfContainer(container))
        },
        // Only told how far it is: whether to stop, the signal says.
        read: (bytes) => request.shouldStop?.(bytes),
      },
      request.signal,
    )
  } catch (cause) {
    request.signal.throwIfAborted()
    return unreadable(file, cause)
  }
  if (whole === null) throw new Error(`No reading of ${file.path} came back.`)
  return whole
}

function readingOfContainer({ format, bytes, sha256, contentBytes, status, trouble }: ContainerEnd): Reading {
  const nothing = { records: 0, signIns: 0, companions: 0, contentSha256: null }
  return { ...nothing, format, bytes, sha256, contentBytes, status, trouble }
}
