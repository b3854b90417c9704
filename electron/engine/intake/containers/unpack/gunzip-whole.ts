import { crc32 } from 'node:zlib'
import { readGzipHeader } from '../../fast/gzip-header.ts'
import { inflateWhole } from './inflate-whole.ts'

const TRAILER_BYTES = 8

/**
 * Unpacks a gzip of one member that is in memory, up to `most` bytes of content. Null when it is larger, damaged or
 * anything follows the member: a flow finds out exactly what is wrong.
 */
export function gunzipWhole(packed: Uint8Array, most: number): Uint8Array | null {
  const header = readGzipHeader(packed, 0, packed.length)
  const trailerAt = packed.length - TRAILER_BYTES
  if (header.kind !== 'ends' || header.at > trailerAt) return null
  const trailer = new DataView(packed.buffer, packed.byteOffset + trailerAt, TRAILER_BYTES)
  const stated = trailer.getUint32(4, true)
  if (stated > most) return null
  const content = inflateWhole(packed.subarray(header.at, trailerAt), stated)
  return content !== null && crc32(content) === trailer.getUint32(0, true) ? content : null
}
