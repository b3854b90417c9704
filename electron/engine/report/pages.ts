import { fill } from '../../../shared/messages/report-fill.ts'
import { documentNames } from './document-names.ts'
import { oneLine } from './layout/one-line.ts'
import { paginate } from './layout/paginate.ts'
import type { Item, Page, Piece, PlacedPiece } from './layout/piece.ts'
import type { Setter } from './layout/setter.ts'
import { lineItems, style } from './layout/setter.ts'
import { BODY_WIDTH, INK, MM, SHEET } from './layout/sheet.ts'
import { withPlaces } from './layout/untagged.ts'
import type { ReportModel } from './model.ts'
import { type Book, openBook } from './sections/book.ts'
import { certification } from './sections/certification.ts'
import type { ChapterId } from './sections/chapter-list.ts'
import { completeness } from './sections/completeness.ts'
import { contents } from './sections/contents.ts'
import { control } from './sections/control.ts'
import { cover } from './sections/cover.ts'
import { custody } from './sections/custody.ts'
import { exhibits } from './sections/exhibits.ts'
import { findings } from './sections/findings.ts'
import { integrity } from './sections/integrity.ts'
import { annex, items } from './sections/items.ts'
import { limits } from './sections/limits.ts'
import { method } from './sections/method.ts'
import { readings } from './sections/readings.ts'
import { glossary, repeat } from './sections/repeat.ts'
import { scope } from './sections/scope.ts'
import { signIns } from './sections/sign-ins.ts'
import { summary } from './sections/summary.ts'
import { time } from './sections/time.ts'
import { tools } from './sections/tools.ts'
import { workPaperPieces } from './work-paper/pieces.ts'

const FRAME = { left: SHEET.left, top: SHEET.bodyTop, bottom: SHEET.bodyBottom }

/** Where everything stands, known before the first page is written. */
export interface PageCount {
  pages: number
  readonly pageOf: Map<string, number>
}

/**
 * Sets the report page by page. A report is set twice: once to count pages, for the contents list and "page x of
 * y", and once to write them. So no more than one page is held at any time.
 */
export function* pagesOf(
  model: ReportModel,
  set: Setter,
  pageOf: (anchor: string) => number | null = () => null,
): Generator<Page> {
  yield* paginate(withPlaces(piecesOf(openBook(model, set, pageOf))), FRAME)
}

/** The whole report as pieces in reading order, without pages. */
export function piecesFor(model: ReportModel, set: Setter, form: Book['form']): Iterable<Piece> {
  return withPlaces(piecesOf(openBook(model, set, () => null, form)))
}

/** Takes note of one page of the first pass. */
export function countPage(counted: PageCount, page: Page): void {
  counted.pages = page.number
  for (const { id } of page.anchors) counted.pageOf.set(id, page.number)
}

const WRITERS: Readonly<Record<ChapterId, (book: Book) => Generator<Piece>>> = {
  summary,
  scope,
  items,
  integrity,
  completeness,
  time,
  'sign-ins': signIns,
  findings,
  readings,
  exhibits,
  limits,
  method,
  custody,
  tools,
  repeat,
  certification,
  control,
  glossary,
  annex,
}

function* piecesOf(book: Book): Generator<Piece> {
  const { workPaper } = book.model
  if (workPaper !== null) {
    yield* workPaperPieces(book, workPaper)
    return
  }
  yield* cover(book)
  yield* contents(book)
  for (const id of book.chapters) yield* WRITERS[id](book)
}

/** Header and footer of a page; the cover has no header. */
export function pageFrame(model: ReportModel, set: Setter, page: number, pages: number): PlacedPiece[] {
  const book = openBook(model, set, () => null)
  const { words } = book
  const look = style(7.6, INK.third)
  const row = (texts: readonly [string, string, string], middle = 0.4): Item[] => {
    const aligned = ['left', 'center', 'right'] as const
    const shares = texts[1] === '' ? [0.28, 0, 0.68] : [0.28, middle, 0.68 - middle]
    return texts.flatMap((text, index) => {
      const line = oneLine(set, text, look, BODY_WIDTH * (shares[index] ?? 0))
      return text === '' ? [] : lineItems(line, 0, 0, 11, aligned[index], BODY_WIDTH)
    })
  }
  const rule = (y: number): Item => ({
    kind: 'box',
    x: 0,
    y,
    width: BODY_WIDTH,
    height: 0.3 * MM,
    color: INK.line,
  })
  const hash = model.manifest.sha256.slice(0, 8)
  const footer = row([
    fill(words.page, { page: String(page), pages: String(pages) }),
    model.reportId,
    fill(words.shortHash, { hash: `${hash.slice(0, 4)} ${hash.slice(4)}` }),
  ])
  const placed: PlacedPiece[] = [
    { x: SHEET.left, y: SHEET.footerTop, items: [rule(0)], aside: 'Footer' },
    { x: SHEET.left, y: SHEET.footerTop + 2.4 * MM, items: footer, aside: 'Footer' },
  ]
  if (page === 1) return placed
  const { title } = documentNames(model)
  const header = row([model.details.caseNumber, model.options.classification.trim(), title], 0.3)
  placed.push({ x: SHEET.left, y: SHEET.headerTop, items: header, aside: 'Header' })
  placed.push({ x: SHEET.left, y: SHEET.headerTop, items: [rule(11 + 2.4 * MM)], aside: 'Header' })
  return placed
}
