import { crc32 } from 'node:zlib'
import type { Engine } from './engine.ts'

/** From so many bytes on, folding them first takes less time than it costs; `foldChecksum` needs 1,264. */
const WORTH_FOLDING = 4096
const ALL_ONES = 0xffff_ffff

/**
 * CRC-32, as gzip has it (RFC 1952), of the bytes between two addresses in the memory of the module, where `before` is
 * that of the bytes before them, or 0. Three times as fast as `crc32` of `node:zlib` alone.
 */
export function checksum({ exports, bytes }: Engine, from: number, end: number, before: number): number {
  if (end - from < WORTH_FOLDING) return crc32(bytes.subarray(from, end), before)
  // The register is the number turned over, and what is left begins with a register of 0.
  const left = exports.foldChecksum(from, end, before ^ ALL_ONES)
  const remainder = exports.REMAINDER.value
  return crc32(bytes.subarray(remainder, remainder + left), ALL_ONES)
}
