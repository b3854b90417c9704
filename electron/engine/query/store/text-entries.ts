/** The different pieces of texts, each held once. Pieces of each column have codes from 1, in the order they came. */
export interface TextEntries {
  /** The code of the piece `bytes[from, to)` of a column, a new one if need be. */
  codeOf(column: number, bytes: Uint8Array, from: number, to: number, hash: number): number
  /** Bytes of all pieces. */
  size(): number
  /** How many pieces a column has. */
  countOf(column: number): number
  /** Per column that has such a piece: 1 at the codes of those in which a text occurs. */
  hits(text: Uint8Array): ReadonlyMap<number, Uint8Array>
}

/** `columns` is how many columns there can be. */
export function createTextEntries(columns: number): TextEntries {
  const counts = new Uint32Array(columns)
  let arena = Buffer.alloc(1 << 18)
  let arenaEnd = 0
  let size = 0
  let starts = new Uint32Array(1 << 13)
  let columnOf = new Uint16Array(1 << 13)
  let codes = new Uint32Array(1 << 13)
  let hashes = new Int32Array(1 << 13)
  // Open addressing: the number of an entry and one, 0 where there is none. At most half of it is in use.
  let table = new Uint32Array(1 << 14)

  function isEntry(entry: number, column: number, bytes: Uint8Array, from: number, length: number): boolean {
    const start = starts[entry] ?? 0
    if (columnOf[entry] !== column || (starts[entry + 1] ?? 0) - start !== length) return false
    for (let at = 0; at < length; at += 1) if (arena[start + at] !== bytes[from + at]) return false
    return true
  }

  function add(column: number, bytes: Uint8Array, from: number, to: number, hash: number): number {
    if (size + 2 > starts.length) {
      starts = grown(starts, new Uint32Array(size * 2))
      columnOf = grown(columnOf, new Uint16Array(size * 2))
      codes = grown(codes, new Uint32Array(size * 2))
      hashes = grown(hashes, new Int32Array(size * 2))
    }
    const end = arenaEnd + to - from
    if (end > arena.length) arena = grown(arena, Buffer.alloc(Math.max(end, arena.length * 2)))
    arena.set(bytes.subarray(from, to), arenaEnd)
    const code = (counts[column] ?? 0) + 1
    counts[column] = code
    starts[size] = arenaEnd
    starts[size + 1] = end
    columnOf[size] = column
    codes[size] = code
    hashes[size] = hash
    arenaEnd = end
    size += 1
    return code
  }

  function roomier(): void {
    table = new Uint32Array(table.length * 4)
    const mask = table.length - 1
    for (let entry = 0; entry < size; entry += 1) {
      let at = (hashes[entry] ?? 0) & mask
      while (table[at] !== 0) at = (at + 1) & mask
      table[at] = entry + 1
    }
  }

  return {
    size: () => arenaEnd,
    countOf: (column) => counts[column] ?? 0,
    codeOf(column, bytes, from, to, textHash) {
      const mixed = Math.imul(textHash ^ column, 0x9e3779b1)
      const hash = mixed ^ (mixed >>> 15)
      const mask = table.length - 1
      let at = hash & mask
      for (;;) {
        const entry = (table[at] ?? 0) - 1
        if (entry === -1) break
        if (hashes[entry] === hash && isEntry(entry, column, bytes, from, to - from)) return codes[entry] ?? 0
        at = (at + 1) & mask
      }
      const code = add(column, bytes, from, to, hash)
      table[at] = size
      if (size * 2 > table.length) roomier()
      return code
    },
    hits(text) {
      const found = new Map<number, Uint8Array>()
      const held = arena.subarray(0, arenaEnd)
      let entry = 0
      let at = held.indexOf(text)
      while (at !== -1) {
        // Ascending, so the entries are walked through once.
        while ((starts[entry + 1] ?? 0) <= at) entry += 1
        const end = starts[entry + 1] ?? 0
        if (at + text.length > end) {
          at = held.indexOf(text, at + 1)
          continue
        }
        const column = columnOf[entry] ?? 0
        const marks = found.get(column) ?? new Uint8Array((counts[column] ?? 0) + 1)
        marks[codes[entry] ?? 0] = 1
        found.set(column, marks)
        at = held.indexOf(text, end)
      }
      return found
    },
  }
}

function grown<A extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(from: A, to: A): A {
  to.set(from)
  return to
}
