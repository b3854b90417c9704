/**
 * The cells of one row of a table (RFC 4180: commas, quotes doubled inside quotes), for reading. Null when the
 * quotes do not fit together; the row is then best shown as it is.
 */
export function csvCells(row: string): readonly string[] | null {
  const cells: string[] = []
  let at = 0
  for (;;) {
    if (row[at] === '"') {
      let cell = ''
      at += 1
      for (;;) {
        const quote = row.indexOf('"', at)
        if (quote === -1) return null
        cell += row.slice(at, quote)
        at = quote + 1
        if (row[at] !== '"') break
        cell += '"'
        at += 1
      }
      cells.push(cell)
    } else {
      const comma = row.indexOf(',', at)
      const end = comma === -1 ? row.length : comma
      cells.push(row.slice(at, end))
      at = end
    }
    if (at >= row.length) return cells
    if (row[at] !== ',') return null
    at += 1
  }
}
