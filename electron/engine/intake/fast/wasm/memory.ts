// Where things lie in the one linear memory of the module. `memory.data` sets room aside when the module is
// compiled; what the reader uses as windows begins after all of it and grows upwards.

/** Bytes that may be read or written behind the end of a window by 16-byte steps, a header or a long match. */
export const SLACK: usize = 1024

/** Lookup tables of the two Huffman codes of a deflate block, four bytes an entry (see `huffman-table.ts`). */
export const LENGTH_TABLE: usize = memory.data(4 * 4608, 64)
export const DISTANCE_TABLE: usize = memory.data(4 * 1536, 64)
export const HEADER_TABLE: usize = memory.data(4 * 128, 64)

/** The bracket that closes each open container, one byte a level. */
export const MAX_DEPTH: u32 = 65535
export const CLOSERS: usize = memory.data(65536, 64)

/** Candidates of one call of `scan`: start, end, number in the list, 32 bits each. */
export const MAX_CANDIDATES: u32 = 1024
export const CANDIDATE_BYTES: usize = 12
export const CANDIDATES: usize = memory.data(12 * 1024, 64)

/** Records counted for each event source, 32 bits each, in the order of `addSource`. */
export const MAX_SOURCES: u32 = 250
export const SOURCE_COUNTS: usize = memory.data(4 * 256, 64)

/** Where the reader puts a name before it calls `addSource` or `addEvent`. */
export const NAME: usize = memory.data(64, 64)

/** First byte that the reader may use for its windows. */
export function windowsStart(): usize {
  return (__heap_base + 63) & ~63
}
