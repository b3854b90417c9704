import { OUTCOMES, type Outcome } from '../../../shared/domain/sign-in.ts'
import {
  type PaperPopulation,
  type PaperSample,
  type PaperSettings,
  SAMPLE_AT_MOST,
  type SampleItem,
} from '../../../shared/domain/work-paper.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ReadableCase } from '../case/rights.ts'
import type { Steps } from '../query/store/steps.ts'
import { sightingsOf } from '../timeline/detail.ts'
import { type Drawable, type Drawn, drawLowest, POPULATION_KEY, shares } from './draw.ts'
import { judgementsOf } from './judgements.ts'
import { createPaperRows } from './paper-rows.ts'

/** Draws the sample of the settings and finds each record in its file. Throws `invalid-input` when it is too large. */
export function* drawSample(
  db: ReadableCase,
  settings: PaperSettings,
  population: PaperPopulation,
): Steps<PaperSample> {
  const { sample } = settings
  const size = sampleSize(settings, population.inPeriod)
  const outcomes: readonly (Outcome | null)[] = sample.byOutcome ? OUTCOMES : [null]
  const populations = outcomes.map((outcome) =>
    outcome === null ? population.inPeriod : population.outcomes[outcome],
  )
  const parts = shares(populations, size)
  const strata = outcomes.map((outcome, at) => ({
    outcome,
    population: populations[at] ?? 0,
    drawn: parts[at] ?? 0,
    sql: `select ${POPULATION_KEY} from sign_in where ${within(settings, outcome)} order by id`,
  }))
  const items: SampleItem[] = []
  const rows = createPaperRows(db)
  for (const { outcome, drawn } of strata) {
    if (drawn === 0) continue
    for (const one of drawLowest(drawables(db, settings, outcome), sample.seed, drawn)) {
      items.push(itemOf(db, one, items.length + 1, rows))
      if (items.length % 100 === 0) yield
    }
    yield
  }
  return { strata, items }
}

/** Throws `invalid-input` when a sample would be larger than `SAMPLE_AT_MOST`. */
function sampleSize({ sample }: PaperSettings, population: number): number {
  if (sample.size === 'records') return Math.min(sample.amount, population)
  const size = Math.ceil((population * Math.min(sample.amount, 100)) / 100)
  if (size <= SAMPLE_AT_MOST) return size
  throw new AppError(
    'invalid-input',
    `${sample.amount} % of ${population} records are ${size}; a sample has at most ${SAMPLE_AT_MOST}.`,
  )
}

function within({ from, to }: PaperSettings, outcome: Outcome | null): string {
  const period = `event_time >= ${from} and event_time < ${to}`
  return outcome === null ? period : `${period} and outcome = '${outcome}'`
}

const PART = 20_000

function* drawables(db: ReadableCase, settings: PaperSettings, outcome: Outcome | null): Generator<Drawable> {
  const next = db.prepare(
    `select id, ${POPULATION_KEY} as key from sign_in
     where id > ? and ${within(settings, outcome)} order by id limit ${PART}`,
  )
  for (let after = 0; ; ) {
    const rows = next.all(after) as Drawable[]
    const last = rows.at(-1)
    if (last === undefined) return
    yield* rows
    after = last.id
  }
}

function itemOf(
  db: ReadableCase,
  { id, key, hash }: Drawn,
  number: number,
  rows: ReturnType<typeof createPaperRows>,
): SampleItem {
  const places = sightingsOf(db, id)
  const [place] = places
  return {
    number,
    row: rows(id),
    key,
    drawHash: hash,
    place:
      place === undefined
        ? null
        : {
            path: place.shownPath,
            fileSha256: place.sha256,
            recordNumber: place.recordNumber,
            byteStart: place.byteStart,
            byteEnd: place.byteEnd,
            places: places.length,
          },
    judgements: judgementsOf(db, id),
  }
}
