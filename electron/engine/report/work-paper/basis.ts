import { endsNextDay, officeHoursText } from '../../../../shared/domain/office-hours.ts'
import { utcText } from '../../../../shared/domain/time.ts'
import type { Language } from '../../../../shared/domain/units.ts'
import type { PaperSettings } from '../../../../shared/domain/work-paper.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import { workPaperWords } from '../../../../shared/messages/report-work-paper.ts'
import type { Piece } from '../layout/piece.ts'
import { style } from '../layout/setter.ts'
import { MM } from '../layout/sheet.ts'
import type { Cell } from '../layout/table.ts'
import type { PaperFacts } from '../model.ts'
import type { Book } from '../sections/book.ts'
import { factTable } from '../sections/parts.ts'
import { openPaperChapter } from './chapters.ts'
import { momentText } from './moments.ts'

const SIZE = 8.8

/** Chapter 2: the period in both zones and every parameter of the tests. */
export function* basis(book: Book, { paper }: PaperFacts): Generator<Piece> {
  const words = workPaperWords[book.language]
  const { settings, population } = paper
  const { zone, from, to, bursts, sample } = settings
  const comma = book.language === 'ja' ? '、' : ', '
  const cell = (...lines: readonly string[]): Cell => ({
    parts: lines.map((text) => [{ text, style: style(SIZE) }]),
  })
  const stretches = population.offsets.map((stretch) =>
    fill(words.offsetStretch, {
      offset: offsetText(stretch.seconds),
      from: utcText(stretch.from),
      to: utcText(stretch.to),
    }),
  )
  const period = [
    fill(words.periodZone, { from: momentText(book.clock(from)), to: momentText(book.clock(to)), zone }),
    fill(words.periodUtc, { from: momentText(book.utc(from)), to: momentText(book.utc(to)) }),
  ]
  const { holidays } = settings.officeHours
  const trusted = population.trusted.map(({ cidr, label }) => (label === '' ? cidr : `${cidr} (${label})`))
  const size =
    sample.size === 'records'
      ? fill(words.sampleRecords, { n: sample.amount })
      : fill(words.samplePercent, { n: sample.amount })
  const rows: [string, Cell][] = [
    [words.period, cell(...period)],
    ...(book.twoClocks ? [[fill(words.offsets, { zone }), cell(...stretches)] as [string, Cell]] : []),
    [words.officeHours, cell(hoursInWords(book.language, settings))],
    [words.holidays, cell(holidays.length === 0 ? words.noHolidays : holidays.join(comma))],
    [words.dormantDays, cell(fill(words.days, { n: settings.dormantDays }))],
    [words.bursts, cell(fill(words.burstRule, { atLeast: bursts.atLeast, gap: bursts.gapMinutes }))],
    [words.trusted, cell(...(trusted.length === 0 ? [words.noTrusted] : trusted))],
    [words.sampleSize, cell(sample.byOutcome ? `${size}${comma}${words.byOutcome}` : size)],
    [words.seed, { parts: [[{ text: sample.seed, style: style(SIZE, undefined, 'mono') }]], verbatim: true }],
  ]
  yield* openPaperChapter(book, 'basis')
  yield* factTable(book, rows, SIZE, 1.5 * MM)
}

/** `Mon-Fri 09:00 to before 18:00`. */
export function hoursInWords(
  language: Language,
  { officeHours }: Pick<PaperSettings, 'officeHours'>,
): string {
  const [days = ''] = officeHoursText(officeHours, language).split(' ')
  const { begin, end } = officeHours
  const words = workPaperWords[language]
  return fill(endsNextDay(officeHours) ? words.officeHoursOvernight : words.officeHoursText, {
    days: days.replaceAll('-', '–'),
    begin,
    end,
  })
}

function offsetText(seconds: number): string {
  const minutes = Math.abs(Math.round(seconds / 60))
  const two = (value: number) => String(value).padStart(2, '0')
  return `${seconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
