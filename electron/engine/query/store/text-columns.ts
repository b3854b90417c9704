import { inLeastRoom, literalPart, type TextBlock } from './text-blocks.ts'
import { type Cut, endsAlike, type Piece, scanPiece } from './text-cuts.ts'
import { createTextEntries, type TextEntries } from './text-entries.ts'

/** Records that are put away together. */
const BLOCK = 16_384
/** Kinds of pieces that are told apart; a record with more is not held. */
const MOST_COLUMNS = 512
/** Bytes per record that are held of pieces that are nearly all different. */
const MOST_LITERAL = 128
/** Bytes per record that are held of pieces that some records share; the first ones are all new. */
const MOST_SHARED = 256
const FIRST = 2 * BLOCK
/** A column whose pieces in a block were new so often, and so many, is held as it is from there on. */
const NEARLY_ALL = 0.95
const MANY = 4096

/** Texts as columns of their pieces, in lower case. Texts are added one after the other. */
export interface TextColumns {
  readonly entries: TextEntries
  readonly blocks: readonly TextBlock[]
  /** False when the text cannot be held whole; then nothing that is found or not found in it counts. */
  add(text: Uint8Array): boolean
  /** Puts the texts that were added since the last block into one. */
  finish(): void
}

/** Pieces with the same name, or the parts behind the first of one member. */
interface Column {
  readonly index: number
  readonly keyHash: number
  /** For another piece of this name in the same text, for the next part of the same member, and what came next last. */
  again: Column | null
  more: Column | null
  next: Column | null
  /** The text that had a piece here last. */
  seen: number
  /** Codes, or lengths where `literal` has the bytes, of the texts since the last block. */
  readonly numbers: Uint32Array
  used: boolean
  fresh: number
  literal: Buffer | null
  literalEnd: number
  last: Last | null
}

/** The last piece of a column with its bytes as they stood: where they stand again, nothing else is looked at. */
interface Last {
  readonly text: DataView
  readonly from: number
  readonly length: number
  readonly code: number
  readonly begun: Cut
  readonly cut: Cut
  readonly addressBefore: boolean
  readonly address: boolean
}

export function createTextColumns(): TextColumns {
  const entries = createTextEntries(MOST_COLUMNS)
  const blocks: TextBlock[] = []
  const columns: Column[] = []
  const byKey = new Map<number, Column>()
  const piece: Piece = { end: 0, cut: 'member', hash: 0, keyHash: 0, address: false }
  let lowered = new Uint8Array(1 << 16)
  let texts = 0
  let inBlock = 0
  let literalBytes = 0
  let first: Column | null = null

  function newColumn(keyHash: number): Column | null {
    if (columns.length === MOST_COLUMNS) return null
    const made: Column = {
      index: columns.length,
      keyHash,
      again: null,
      more: null,
      next: null,
      seen: -1,
      numbers: new Uint32Array(BLOCK),
      used: false,
      fresh: 0,
      literal: null,
      literalEnd: 0,
      last: null,
    }
    columns.push(made)
    return made
  }

  function columnFor(keyHash: number, guess: Column | null): Column | null {
    if (guess !== null && guess.keyHash === keyHash && guess.seen !== texts) return guess
    let column = byKey.get(keyHash) ?? null
    if (column === null) {
      column = newColumn(keyHash)
      if (column !== null) byKey.set(keyHash, column)
      return column
    }
    while (column !== null && column.seen === texts) {
      column.again ??= newColumn(keyHash)
      column = column.again
    }
    return column
  }

  function isLast(
    column: Column,
    text: DataView,
    bytes: Uint8Array,
    at: number,
    begun: Cut,
    address: boolean,
  ) {
    const { last } = column
    if (last === null || column.seen === texts || last.begun !== begun || last.addressBefore !== address) {
      return false
    }
    const { text: before, from, length } = last
    const end = at + length
    if (end > bytes.length) return false
    let done = 0
    for (; done + 4 <= length; done += 4) {
      if (before.getInt32(from + done) !== text.getInt32(at + done)) return false
    }
    for (; done < length; done += 1) if (before.getInt8(from + done) !== text.getInt8(at + done)) return false
    return end === bytes.length || endsAlike(bytes, end, last.cut)
  }

  /** False when there is no room for it. */
  function put(column: Column, text: DataView, from: number, begun: Cut, addressBefore: boolean): boolean {
    const { end, hash, cut, address } = piece
    if (column.literal !== null) {
      const length = end - from
      literalBytes += length
      if (literalBytes > MOST_LITERAL * (texts + MANY)) return false
      if (column.literalEnd + length > column.literal.length) {
        const larger = Buffer.alloc((column.literalEnd + length) * 2)
        larger.set(column.literal)
        column.literal = larger
      }
      column.literal.set(lowered.subarray(from, end), column.literalEnd)
      column.literalEnd += length
      column.numbers[inBlock] = length
      return true
    }
    if (entries.size() + end - from > MOST_SHARED * (texts + FIRST)) return false
    const before = entries.countOf(column.index)
    const code = entries.codeOf(column.index, lowered, from, end, hash)
    if (entries.countOf(column.index) > before) column.fresh += 1
    column.numbers[inBlock] = code
    column.last = { text, from, length: end - from, code, begun, cut, addressBefore, address }
    return true
  }

  function finish(): void {
    if (inBlock === 0) return
    const block = { rows: inBlock, coded: [], literal: [] } as {
      rows: number
      coded: TextBlock['coded'][number][]
      literal: TextBlock['literal'][number][]
    }
    for (const column of columns) {
      if (!column.used) continue
      const numbers = column.numbers.subarray(0, inBlock)
      if (column.literal !== null) {
        block.literal.push(literalPart(Buffer.from(column.literal.subarray(0, column.literalEnd)), numbers))
        column.literalEnd = 0
      } else {
        block.coded.push({ column: column.index, codes: inLeastRoom(numbers) })
        const present = numbers.reduce((count, code) => count + (code === 0 ? 0 : 1), 0)
        if (column.fresh >= MANY && column.fresh > NEARLY_ALL * present) {
          column.literal = Buffer.alloc(1 << 16)
          // Its code would be taken for the length of the next piece that is like it.
          column.last = null
        }
        column.fresh = 0
      }
      column.used = false
      column.numbers.fill(0)
    }
    blocks.push(block)
    inBlock = 0
  }

  return {
    entries,
    blocks,
    finish,
    add(bytes) {
      if (lowered.length < bytes.length) lowered = new Uint8Array(bytes.length * 2)
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
      let at = 0
      let begun: Cut = 'member'
      let address = false
      let member: Column | null = null
      let part: Column | null = null
      let whole = true
      while (at < bytes.length) {
        const guess: Column | null = part !== null ? part.more : member === null ? first : member.next
        let column: Column | null
        if (guess !== null && guess.last !== null && isLast(guess, view, bytes, at, begun, address)) {
          column = guess
          const last: Last = guess.last
          guess.numbers[inBlock] = last.code
          piece.end = at + last.length
          piece.cut = last.cut
          piece.address = last.address
        } else {
          scanPiece(bytes, at, begun, address, lowered, piece)
          if (part === null) column = columnFor(piece.keyHash, guess)
          else {
            part.more ??= newColumn(0)
            column = part.more
          }
          if (column === null || !put(column, view, at, begun, address)) whole = false
        }
        if (column !== null) {
          column.seen = texts
          column.used = true
          if (part === null) {
            if (member === null) first = column
            else member.next = column
            member = column
          }
        }
        at = piece.end
        begun = piece.cut
        address = begun !== 'member' && piece.address
        part = begun === 'member' ? null : column
      }
      texts += 1
      inBlock += 1
      if (inBlock === BLOCK) finish()
      return whole
    },
  }
}
