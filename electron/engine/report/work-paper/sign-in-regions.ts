import { SIGN_IN_REGIONS } from '../../../../shared/domain/coverage.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { workPaperWords } from '../../../../shared/messages/report-work-paper.ts'
import type { Piece } from '../layout/piece.ts'
import { MM } from '../layout/sheet.ts'
import { fillWidth, headSpans, type Row, table } from '../layout/table.ts'
import { body, heading } from '../layout/text-blocks.ts'
import { type Book, number } from '../sections/book.ts'
import { plainCell } from '../sections/parts.ts'
import { look } from '../sections/summary-tables.ts'

const SIZE = 8.2
const NEXT = { before: 2.4 * MM }
/** A row must fit on a page, however many accounts lack the same. */
const ACCOUNTS_IN_ROW = 24

/**
 * From which regions the sign-in records are, and which regions of the sign-in service each account lacks: what one
 * account has says nothing of another.
 */
export function* signInRegions(book: Book): Generator<Piece> {
  const words = workPaperWords[book.language]
  const comma = book.language === 'ja' ? '、' : ', '
  const { regions: found } = book.model.sums
  const { byAccount, absent } = book.model.coverage
  yield* heading(book.set, words.regions)
  const named = found.map(({ name, count }) => `${name ?? book.words.notStated} ${number(count)}`)
  yield* body(
    book.set,
    fill(words.regionsText, { regions: named.length === 0 ? words.none : named.join(comma) }),
  )
  const groups = Map.groupBy(byAccount, ({ regions }) => regions.join(comma))
  const all: readonly (readonly [string, string])[] =
    byAccount.length === 0
      ? [[book.words.notStated, absent.join(comma)]]
      : [...groups].flatMap(([regions, of]) =>
          inParts(of.map(({ account }) => account)).map((part) => [part.join(comma), regions] as const),
        )
  yield* body(book.set, fill(words.regionsLead, { regions: SIGN_IN_REGIONS.join(comma) }), {
    ...NEXT,
    withNext: true,
  })
  yield { height: 2 * MM, before: 0, items: [], withNext: true }
  const columns = fillWidth([
    { width: 90 * MM, head: headSpans(words.regionsAccounts) },
    { width: 0, head: headSpans(words.regionsLacking) },
  ])
  const rows = all.map(
    ([accounts, regions]): Row => ({
      cells: [plainCell(accounts, SIZE), plainCell(regions === '' ? words.regionsFull : regions, SIZE)],
    }),
  )
  yield* table(book.set, columns, rows, look(book))
  if (all.some(([, regions]) => regions !== '')) yield* body(book.set, words.regionsAbsent, NEXT)
}

function inParts(accounts: readonly string[]): string[][] {
  const rows = Math.ceil(accounts.length / ACCOUNTS_IN_ROW)
  return Array.from({ length: rows }, (_, row) =>
    accounts.slice(row * ACCOUNTS_IN_ROW, (row + 1) * ACCOUNTS_IN_ROW),
  )
}
