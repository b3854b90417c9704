import type { SqlCell, SqlRow } from '../../../shared/domain/sql.ts'
import type { QuerySink } from '../../worker/sql-host.ts'
import { forTerminal, print } from '../print.ts'

/** Rows whose widths decide the columns; later ones may stand out. */
const MEASURED = 200
const WIDEST = 60

/**
 * Prints rows as a table for people: columns as wide as the first rows need, numbers at the right, long texts cut with
 * an ellipsis, null as an empty cell.
 */
export function tableSink(): QuerySink & { end(): Promise<void> } {
  let head: readonly string[] = []
  let waiting: SqlRow[] | null = []
  let widths: readonly number[] = []
  let count = 0

  async function flush(): Promise<void> {
    if (waiting === null) return
    const rows = waiting
    waiting = null
    widths = head.map((name, index) =>
      Math.min(
        WIDEST,
        Math.max(width(forTerminal(name)), ...rows.map((row) => width(text(row[index] ?? null)))),
      ),
    )
    await print(line(head, widths, true))
    await print(widths.map((size) => '-'.repeat(size)).join('  '))
    for (const row of rows) await print(line(row, widths, false))
  }

  return {
    started(_, columns) {
      head = columns
    },
    async rows(rows) {
      count += rows.length
      if (waiting === null) for (const row of rows) await print(line(row, widths, false))
      else {
        waiting.push(...rows)
        if (waiting.length >= MEASURED) await flush()
      }
    },
    async end() {
      if (head.length === 0) return
      await flush()
      await print(`${count} row${count === 1 ? '' : 's'}`)
    },
  }
}

function line(cells: SqlRow, widths: readonly number[], isHead: boolean): string {
  const shown = widths.map((size, index) => {
    const cell = cells[index] ?? null
    const cut = shortened(text(cell), size)
    const gap = ' '.repeat(Math.max(0, size - width(cut)))
    return typeof cell === 'number' && !isHead ? gap + cut : cut + gap
  })
  return shown.join('  ').trimEnd()
}

const text = (cell: SqlCell) => (cell === null ? '' : forTerminal(String(cell)))

/** Columns of a terminal: letters of Chinese, Japanese and Korean take two. */
function width(shown: string): number {
  return [...shown].reduce((sum, sign) => sum + signWidth(sign), 0)
}

const signWidth = (sign: string) =>
  /\p{M}/u.test(sign)
    ? 0
    : /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
          sign,
        )
      ? 2
      : 1

function shortened(shown: string, size: number): string {
  if (width(shown) <= size) return shown
  let cut = ''
  let used = 0
  for (const sign of shown) {
    if (used + signWidth(sign) > size - 1) break
    cut += sign
    used += signWidth(sign)
  }
  return `${cut}…`
}
