import type { SourceReader } from './reading.ts'
import type { FoundFile } from './walk.ts'

/** Up to here the hash of unpacked content takes no time that anybody notices. */
const SMALL_IMPORT_BYTES = 256 * 1024 * 1024

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
export function hashesContent(files: readonly FoundFile[]): boolean {
  if (files.some(({ path }) => DIGEST.test(path) || ARCHIVE.test(path))) return true
  return files.reduce((sum, { bytes }) => sum + bytes, 0) <= SMALL_IMPORT_BYTES
}

/** A reader whose requests say whether to hash content: yes, until `decide` was called with something else. */
export interface HashingReader extends SourceReader {
  decide(hashContent: boolean): void
}

/** A digest that is met under another name turns hashing on for the files that are taken up after it. */
export function hashingContent(reader: SourceReader): HashingReader {
  let hashContent = true
  return {
    ...reader,
    decide(decided) {
      hashContent = decided
    },
    async read(file, request, onFindings) {
      const reading = await reader.read(file, { ...request, hashContent }, onFindings)
      if (reading.format === 'digest') hashContent = true
      return reading
    },
  }
}
