import { statSync } from 'node:fs'
import type { FileList } from './file-list.ts'

/** Up to here the hash of unpacked content takes no time that anybody notices, nor does looking up the sizes. */
const SMALL_IMPORT_BYTES = 32 * 1024 * 1024
const SMALL_IMPORT_FILES = 256

/** CloudTrail puts digests into a folder of this name and names each file so (CloudTrail User Guide, digest files). */
const DIGEST = /CloudTrail-Digest/i
/** What may hold digests among its members, by its name; nothing is opened to find out. */
const ARCHIVE = /\.(zip|tar|tgz|tzst|tar\.(gz|zst))$/i

/**
 * Whether an import hashes unpacked content, which costs about half as much again as all other reading. When
 * nobody says, it does when there are digest files, which state the hash of each log's content, or an archive that may hold
 * some, and when all files together are small. Otherwise the hash of content stays null in the ledger, that is, not
 * computed; the hash of each file as it lies on the disk is always there.
 */
export function hashesContent({ folders, length, names, path }: FileList, bytesOf = sizeOf): boolean {
  if (folders.some((folder) => DIGEST.test(folder.path))) return true
  for (const name of names()) if (DIGEST.test(name) || ARCHIVE.test(name)) return true
  if (length > SMALL_IMPORT_FILES) return false
  let bytes = 0
  for (let index = 0; index < length; index += 1) bytes += bytesOf(path(index))
  return bytes <= SMALL_IMPORT_BYTES
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size
  } catch {
    // The import says what is the matter with it when its turn comes.
    return 0
  }
}
