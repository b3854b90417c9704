import { INTEGRITY_VERDICTS, type IntegritySummary } from '../../../../shared/domain/integrity.ts'
import { integrityLevelWords, integrityVerdictWords } from '../../../../shared/messages/integrity.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { reportIntegrityWords } from '../../../../shared/messages/report-integrity.ts'
import type { Piece } from '../layout/piece.ts'
import { MM } from '../layout/sheet.ts'
import { type Column, fillWidth, headSpans, type Row, table } from '../layout/table.ts'
import { body, heading } from '../layout/text-blocks.ts'
import { type Book, number } from './book.ts'
import { hashCell } from './items.ts'
import { monoCell, plainCell } from './parts.ts'
import { look } from './summary-tables.ts'
import { wordsOf } from './words-of.ts'

const SIZE = 8.2
/** Higher levels than `none`, which says nothing. */
const LEVELS = ['hash', 'chain', 'signature'] as const

/** How many files of each kind have each verdict. */
export function* verdictTable(book: Book, summary: IntegritySummary): Generator<Piece> {
  const words = wordsOf(book, reportIntegrityWords)
  const verdicts = integrityVerdictWords[book.language]
  const kinds = [
    ['digest', summary.digests],
    ['log', summary.logs],
    ['lake', summary.lake],
  ] as const
  const count = (text: string, width: number): Column => ({
    width: width * MM,
    head: headSpans(text),
    align: 'right',
  })
  const counts = [
    ...INTEGRITY_VERDICTS.map((verdict) =>
      count(verdicts[verdict], verdict === 'not-authenticated' ? 27 : 20),
    ),
    count(book.words.total, 17),
  ]
  const rest = fillWidth([...counts, { width: 0, head: headSpans(words.kind) }])
  const rows = kinds.flatMap(([kind, of]): Row[] => {
    const all = Object.values(of).reduce((sum, n) => sum + n, 0)
    // An import without CloudTrail Lake has nothing to say about it.
    if (kind === 'lake' && all === 0) return []
    return [
      {
        cells: [
          plainCell(words[kind], SIZE),
          ...INTEGRITY_VERDICTS.map((verdict) => plainCell(number(of[verdict]), SIZE)),
          plainCell(number(all), SIZE),
        ],
      },
    ]
  })
  yield* heading(book.set, words.verdicts)
  yield* table(book.set, [...rest.slice(-1), ...counts], rows, look(book))
}

/** How many files reach each of the three levels. */
export function* levelTable(book: Book, summary: IntegritySummary): Generator<Piece> {
  const words = wordsOf(book, reportIntegrityWords)
  const said = integrityLevelWords[book.language]
  yield* heading(book.set, words.levels)
  yield* body(book.set, words.levelsLead, { withNext: true })
  yield { height: 2 * MM, before: 0, items: [], withNext: true }
  const count = (text: string): Column => ({ width: 34 * MM, head: headSpans(text), align: 'right' })
  const counts = [count(words.digest), count(words.log)]
  const [, , wide] = fillWidth([...counts, { width: 0, head: headSpans(words.level) }])
  const rows = LEVELS.map(
    (level): Row => ({
      cells: [
        plainCell(said[level], SIZE),
        plainCell(number(summary.digestsAtLeast[level]), SIZE),
        plainCell(number(summary.logsAtLeast[level]), SIZE),
      ],
    }),
  )
  yield* table(book.set, [...(wide === undefined ? [] : [wide]), ...counts], rows, look(book))
  yield* body(book.set, fill(words.chains, { n: summary.chains }), { before: 2 * MM })
}

/** Files with public keys, by name and hash. */
export function* keyTable(book: Book, summary: IntegritySummary): Generator<Piece> {
  const words = wordsOf(book, reportIntegrityWords)
  yield* heading(book.set, words.keys)
  if (summary.keyFiles.length === 0) {
    yield* body(book.set, words.noKeys)
    return
  }
  const columns = fillWidth([
    { width: 64 * MM, head: headSpans(words.keyFile) },
    { width: 16 * MM, head: headSpans(words.keyCount), align: 'right' as const },
    { width: 0, head: headSpans('SHA-256') },
  ])
  const rows = summary.keyFiles.map(
    ({ path, sha256, keys }): Row => ({
      cells: [
        monoCell(path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1), 6.8),
        plainCell(number(keys), SIZE),
        hashCell(book, sha256),
      ],
    }),
  )
  yield* table(book.set, columns, rows, look(book))
}
