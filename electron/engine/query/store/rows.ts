/** One byte per row: 1 where a condition holds, else 0. */
export type Rows = Uint8Array

// Four rows at once: all bytes are 0 or 1, so what is done to a word is done to each of its rows.
const words = (rows: Rows): Uint32Array | null =>
  rows.byteOffset % 4 === 0 ? new Uint32Array(rows.buffer, rows.byteOffset, rows.length >>> 2) : null

/** So many rows, all or none of them. */
export const rowsOf = (size: number, all: boolean): Rows => new Uint8Array(size).fill(all ? 1 : 0)

/** Rows that are in both. */
export function inBoth(one: Rows, other: Rows): Rows {
  const rows = new Uint8Array(one.length)
  const [to, a, b] = [words(rows), words(one), words(other)]
  let done = 0
  if (to !== null && a !== null && b !== null) {
    for (let at = 0; at < to.length; at += 1) to[at] = (a[at] ?? 0) & (b[at] ?? 0)
    done = to.length * 4
  }
  for (let row = done; row < rows.length; row += 1) rows[row] = (one[row] ?? 0) & (other[row] ?? 0)
  return rows
}

/** Rows of the first that are not in the second. */
export function butNot(one: Rows, other: Rows): Rows {
  const rows = new Uint8Array(one.length)
  const [to, a, b] = [words(rows), words(one), words(other)]
  let done = 0
  if (to !== null && a !== null && b !== null) {
    for (let at = 0; at < to.length; at += 1) to[at] = (a[at] ?? 0) & ~(b[at] ?? 0)
    done = to.length * 4
  }
  for (let row = done; row < rows.length; row += 1) rows[row] = (one[row] ?? 0) & ~(other[row] ?? 0)
  return rows
}

/** Adds the rows of another to `rows`. */
export function addTo(rows: Rows, other: Rows): void {
  const [to, from] = [words(rows), words(other)]
  let done = 0
  if (to !== null && from !== null) {
    for (let at = 0; at < to.length; at += 1) to[at] = (to[at] ?? 0) | (from[at] ?? 0)
    done = to.length * 4
  }
  for (let row = done; row < rows.length; row += 1) rows[row] = (rows[row] ?? 0) | (other[row] ?? 0)
}

export function countRows(rows: Rows): number {
  const four = words(rows)
  let count = 0
  let done = 0
  if (four !== null) {
    for (let at = 0; at < four.length; ) {
      // Four sums side by side; each has room for 255.
      const end = Math.min(four.length, at + 255)
      let sums = 0
      for (; at < end; at += 1) sums += four[at] ?? 0
      count += (sums & 255) + ((sums >>> 8) & 255) + ((sums >>> 16) & 255) + (sums >>> 24)
    }
    done = four.length * 4
  }
  for (let row = done; row < rows.length; row += 1) count += rows[row] ?? 0
  return count
}

/** The numbers of the rows, `count` of them. */
export function listRows(rows: Rows, count: number): Uint32Array {
  const list = new Uint32Array(count + 1)
  const four = words(rows)
  let at = 0
  let done = 0
  if (four !== null) {
    for (let word = 0; word < four.length; word += 1) {
      const marks = four[word] ?? 0
      if (marks === 0) continue
      // Written in any case and kept if it counts: quicker than asking each row.
      const row = word * 4
      list[at] = row
      at += marks & 1
      list[at] = row + 1
      at += (marks >>> 8) & 1
      list[at] = row + 2
      at += (marks >>> 16) & 1
      list[at] = row + 3
      at += marks >>> 24
    }
    done = four.length * 4
  }
  for (let row = done; row < rows.length; row += 1) {
    list[at] = row
    at += rows[row] ?? 0
  }
  return list.subarray(0, count)
}
