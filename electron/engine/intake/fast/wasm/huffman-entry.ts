// An entry of a table of a Huffman code (`huffman-table.ts`), 32 bits:
//
//   bits 0-5    bits to drop: the code word and the extra bits behind it, or both code words of a pair
//   bits 6-7    how many literals it stands for: 1, or 2 for a pair
//   bits 8-11   bits of the code word alone, of a pair those of the first
//   bits 12-15  what it is: one of the flags below, or none for a length or a distance
//   bits 16-31  the literals, the base of the length or distance, or the place of a second table
//
// Code words longer than the index go on in a second table: the entry then holds its place, and in bits 0-5 the
// number of bits that index it. Entries of a second table have the same form, with whole code words.

export const LITERAL: u32 = 0x8000
/** A second table, the end of the block, or no code word: not what the quick way expects. */
export const SPECIAL: u32 = 0x4000
export const END_OF_BLOCK: u32 = 0x2000
export const NO_CODE: u32 = 0x1000

/** One literal in bits 6-7. */
export const ONE_LITERAL: u32 = 0x40
/** One bit of a code word, in bits 0-5 and 8-11. */
export const ONE_BIT: u32 = 0x101
