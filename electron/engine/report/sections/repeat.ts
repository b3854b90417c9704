import { utcText } from '../../../../shared/domain/time.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { repeatWords } from '../../../../shared/messages/report-repeat.ts'
import { commands } from '../layout/listing.ts'
import type { Piece } from '../layout/piece.ts'
import { style } from '../layout/setter.ts'
import { MM } from '../layout/sheet.ts'
import { fillWidth, type Row, table } from '../layout/table.ts'
import { body, heading, paragraph } from '../layout/text-blocks.ts'
import type { ExhibitPlace, Tally } from '../model.ts'
import { type Book, exhibitName, grouped, number } from './book.ts'
import { openChapter } from './chapters.ts'
import { cutCommand } from './cut-command.ts'
import { plainCell, strongCell } from './parts.ts'
import {
  AGAIN_COMMAND,
  COUNT_COMMAND,
  COUNT_JQ,
  CUSTODY_PY,
  canRemakeManifest,
  collectCommand,
  DIGESTS_PY,
  digestsCommand,
  manifestCommand,
  PLACES_COMMAND,
  PLACES_JQ,
  pythonCommand,
  ROOT_COMMAND,
  roots,
  SIGN_INS_JQ,
  SIGN_INS_PY,
} from './repeat-commands.ts'
import { look } from './summary-tables.ts'
import { wordsOf } from './words-of.ts'

/** How another examiner gets the same numbers from the same files, with other tools. */
export function* repeat(book: Book): Generator<Piece> {
  const words = wordsOf(book, repeatWords)
  const { set, model } = book
  const names = roots(model.sources)
  yield* openChapter(book, 'repeat')
  yield* body(set, words.lead)
  if (names.length > 0) {
    const comma = book.language === 'ja' ? '、' : ', '
    yield* body(
      set,
      fill(words.folder, { names: names.slice(0, 12).join(comma) + (names.length > 12 ? ' …' : '') }),
      {
        before: 2 * MM,
      },
    )
  }
  if (model.sources.length > 0) {
    yield* heading(set, words.files)
    if (canRemakeManifest(model.sources)) {
      yield* body(set, words.filesText, { withNext: true })
      yield* commands(set, [manifestCommand(names)])
      yield* hashLine(book, model.manifest.sha256)
    } else yield* body(set, words.filesSome)
    yield* heading(set, words.choose)
    yield* body(set, words.chooseText, { withNext: true })
    yield* commands(set, SIGN_INS_JQ)
    yield* commands(set, [collectCommand(names)])
    yield* counting(book, names)
    yield* places(book)
    yield* digests(book, names)
  }
  yield* exhibitCut(book)
  yield* heading(set, words.custody)
  yield* body(set, words.custodyText, { withNext: true })
  yield* commands(set, CUSTODY_PY)
  yield* commands(set, ['python3 custody.py CASE-FILE'])
  if (model.custody.head !== null) yield* hashLine(book, model.custody.head)
  yield* heading(set, words.again)
  yield* body(
    set,
    fill(words.againText, { version: model.tool.version, moment: utcText(model.options.issuedAt) }),
    { withNext: true },
  )
  // On one page where they fit on one, so that they can be taken out in one piece.
  const options = JSON.stringify(model.options, null, 1).split('\n')
  for (const piece of commands(set, options)) yield { ...piece, withNext: true }
  yield* commands(set, [AGAIN_COMMAND])
}

function* places(book: Book): Generator<Piece> {
  const words = wordsOf(book, repeatWords)
  const { set, model } = book
  const { accounts, sums } = model
  const tally = ({ name, count }: Tally) => `${name ?? words.placesNone} ${number(count)}`
  const expected = [...accounts.map(tally), ...sums.regions.map(tally)]
  const { root } = model
  expected.push(`root: success ${root.success}, failure ${root.failure}, not stated ${root['not-stated']}`)
  yield* heading(set, words.places)
  yield* body(set, words.placesText, { withNext: true })
  yield* commands(set, PLACES_JQ)
  yield* commands(set, [PLACES_COMMAND, ROOT_COMMAND])
  yield* body(set, `${words.placesExpected} ${expected.join(book.language === 'ja' ? '、' : ', ')}`, {
    before: 2 * MM,
  })
  yield* remarks(book)
}

/** Without digest files that were compared there is nothing to repeat, and that is said. */
function* digests(book: Book, names: readonly string[]): Generator<Piece> {
  const words = wordsOf(book, repeatWords)
  const { run } = book.model.integrity
  const { set } = book
  yield* heading(set, words.digests)
  if (run === null || run.summary.digestsAtLeast.none === 0) {
    yield* body(set, words.digestsNone)
    return
  }
  yield* body(set, words.digestsText, { withNext: true })
  yield* commands(set, DIGESTS_PY)
  yield* commands(set, [digestsCommand(names)])
  yield* body(set, fill(words.digestsExpected, { logs: run.summary.logsAtLeast.hash }), { before: 2 * MM })
}

function* counting(book: Book, names: readonly string[]): Generator<Piece> {
  const words = wordsOf(book, repeatWords)
  const { set, model } = book
  const { sums } = model
  yield* heading(set, words.count)
  const { success, failure } = sums.outcomes
  const expected = fill(words.countResult, { success, failure, notStated: sums.outcomes['not-stated'] })
  yield* body(set, `${words.countText} ${expected}`)
  yield* remarks(book)
  yield* commands(set, COUNT_JQ)
  yield* commands(set, [COUNT_COMMAND])
  yield* body(set, words.python, { before: 3 * MM, withNext: true })
  yield* commands(set, SIGN_INS_PY)
  yield* commands(set, [pythonCommand(names)])
}

/** Why the commands may give other numbers than the report. */
function* remarks(book: Book): Generator<Piece> {
  const words = wordsOf(book, repeatWords)
  const { sums, summary } = book.model
  const texts = [
    ...(summary.listed !== summary.inCase ? [words.countFilter] : []),
    ...(sums.conflicts > 0 ? [fill(words.countConflicts, { n: sums.conflicts })] : []),
    ...(sums.outOfReach > 0 ? [fill(words.countOutOfReach, { n: sums.outOfReach })] : []),
  ]
  for (const text of texts) yield* body(book.set, text, { before: 1.4 * MM })
}

function* exhibitCut(book: Book): Generator<Piece> {
  const words = wordsOf(book, repeatWords)
  yield* heading(book.set, words.record)
  const { exhibits } = book.model
  const exhibit = exhibits.find(({ places: [place] }) => place !== undefined && isCutOut(place))
  const [place] = exhibit?.places ?? []
  const command = place === undefined ? null : cutCommand(place)
  if (exhibit === undefined || command === null) {
    yield* body(book.set, exhibits.length === 0 ? words.recordNone : words.recordByHand)
    return
  }
  yield* body(book.set, fill(words.recordText, { exhibit: exhibitName(exhibit.number) }), { withNext: true })
  yield* commands(book.set, [command])
  yield* hashLine(book, exhibit.rawSha256)
}

/** The command stands for itself, without words about archives. */
function isCutOut(place: ExhibitPlace): boolean {
  return place.archive !== 'deeper' && cutCommand(place) !== null
}

function hashLine(book: Book, hash: string): Piece[] {
  return paragraph(book.set, [{ text: grouped(hash), style: style(7.6, undefined, 'mono') }], {
    before: 1.4 * MM,
  })
}

/** The words of the field, for readers who are not of it. */
export function* glossary(book: Book): Generator<Piece> {
  yield* openChapter(book, 'glossary')
  const rows = wordsOf(book, repeatWords)
    .glossary.split('\n')
    .map((line): Row => {
      const [word = '', meaning = ''] = line.split('|')
      return { cells: [strongCell(word, 8.6), plainCell(meaning, 8.6)] }
    })
  const columns = fillWidth([{ width: 36 * MM }, { width: 0 }])
  yield* table(book.set, columns, rows, look(book))
}
