import { type ClockReading, dateInWords, dayDifference, zoneCity } from '../../../../shared/domain/time.ts'
import type { EpochMs, EpochSeconds, Language } from '../../../../shared/domain/units.ts'
import { reportWords } from '../../../../shared/messages/report.ts'
import { type FillValue, fillParts, withSeparators } from '../../../../shared/messages/report-fill.ts'
import { type ZoneClock, zoneClock } from '../clock.ts'
import type { Setter } from '../layout/setter.ts'
import { style } from '../layout/setter.ts'
import { INK } from '../layout/sheet.ts'
import { BODY_SIZE } from '../layout/text-blocks.ts'
import type { ReportModel } from '../model.ts'
import type { Span, TextStyle } from '../text/lines.ts'
import { type ChapterId, type ChapterRef, chapterRefs, chaptersOf } from './chapter-list.ts'
import { wordsOf } from './words-of.ts'

/** What every chapter is written from. */
export interface Book {
  readonly model: ReportModel
  readonly set: Setter
  readonly language: Language
  readonly words: (typeof reportWords)['en']
  readonly clock: ZoneClock
  readonly utc: ZoneClock
  /** False when the report's zone is UTC itself: every time is then printed once. */
  readonly twoClocks: boolean
  readonly city: string
  /** What it is written as; few words depend on it. */
  readonly form: 'pdf' | 'html'
  readonly chapters: readonly ChapterId[]
  /** Values for places such as `{ch_items}` in the texts. */
  readonly refs: Readonly<Record<ChapterRef, string>>
  /** Page on which an anchor stands; null while pages are counted. */
  readonly pageOf: (anchor: string) => number | null
}

export function openBook(
  model: ReportModel,
  set: Setter,
  pageOf: Book['pageOf'],
  form: Book['form'] = 'pdf',
): Book {
  const { language, zone } = model.options
  const chapters = chaptersOf(model)
  const refs = chapterRefs(chapters, reportWords[language])
  const words = wordsOf({ language, refs }, reportWords)
  return {
    model,
    set,
    language,
    words,
    clock: zoneClock(zone),
    utc: zoneClock('UTC'),
    twoClocks: zone !== 'UTC' && zone !== 'Etc/UTC',
    city: zoneCity(zone),
    form,
    chapters,
    refs,
    pageOf,
  }
}

/** A filled text as spans; strong values are bold. */
export function filled(
  text: string,
  values: Readonly<Record<string, FillValue>>,
  base: TextStyle = style(BODY_SIZE),
): Span[] {
  const bold = style(base.size, base.color, 'sans-strong')
  return fillParts(text, values).map((part) => ({ text: part.text, style: part.strong ? bold : base }))
}

/** `Sat 14 Sep 2024, 13:52:07 UTC (22:52:07 Tokyo)`; the other date is added where it differs. */
export function momentInWords(book: Book, seconds: EpochSeconds): string {
  const utc = book.utc(seconds)
  const first = `${dateInWords(utc.date, book.language)} ${utc.time} UTC`
  if (!book.twoClocks) return first
  const other = book.clock(seconds)
  const date = other.date === utc.date ? '' : `${dateInWords(other.date, book.language)} `
  return book.language === 'ja'
    ? `${first}（${book.city} ${date}${other.time}）`
    : `${first} (${date}${other.time} ${book.city})`
}

/** The same for what people did, whose times have milliseconds; they are cut to the second. */
export function momentOf(book: Book, ms: EpochMs): string {
  return momentInWords(book, Math.floor(ms / 1000))
}

/** `13:52:07` in bold and the other clock in grey, with `+1` where its date differs. */
export function clockSpans(book: Book, seconds: EpochSeconds, size: number): Span[] {
  const utc = book.utc(seconds)
  const first = { text: utc.time, style: style(size, INK.text, 'sans-strong') }
  if (!book.twoClocks) return [first]
  return [first, { text: ` ${otherClock(utc, book.clock(seconds))}`, style: style(size, INK.third) }]
}

function otherClock(utc: ClockReading, other: ClockReading): string {
  const days = dayDifference(utc, other)
  return days === 0 ? other.time : `${other.time} ${days > 0 ? '+' : '−'}${Math.abs(days)}`
}

/** Date and both times, for tables that run over more than a day. */
export function dateClockSpans(book: Book, seconds: EpochSeconds, size: number): Span[] {
  const { date } = book.utc(seconds)
  return [{ text: `${date} `, style: style(size) }, ...clockSpans(book, seconds, size)]
}

/** Words for a value that may be missing. */
export function orNotStated(book: Book, text: string): string {
  return text === '' ? book.words.notStated : text
}

/** A hash in groups of four, as people compare them. */
export function grouped(hash: string): string {
  return hash.match(/.{1,4}/g)?.join(' ') ?? hash
}

export function number(value: number): string {
  return withSeparators(value)
}

export function exhibitName(number: number): string {
  return `E-${number}`
}

export function itemName(item: number): string {
  return `I-${item}`
}
