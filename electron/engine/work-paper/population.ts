import type { PaperPopulation, PaperSettings } from '../../../shared/domain/work-paper.ts'
import type { ReadableCase } from '../case/rights.ts'
import { knownLists } from '../known/known-lists.ts'
import { offsetStretches } from './offsets.ts'

type Counted = Pick<
  PaperPopulation,
  'inPeriod' | 'before' | 'after' | 'withoutTime' | 'archiveFirst' | 'archiveLast'
>

/** The sign-ins of the case, in the period and outside it. */
export function populationOf(db: ReadableCase, { zone, from, to }: PaperSettings): PaperPopulation {
  const { success, failure, notStated, ...counted } = db
    .prepare(
      `with placed as (select outcome, event_time, event_time >= @from and event_time < @to as inside from sign_in)
       select count(*) filter (where inside) as inPeriod,
         count(*) filter (where event_time < @from) as before, count(*) filter (where event_time >= @to) as after,
         count(*) filter (where event_time is null) as withoutTime,
         count(*) filter (where inside and outcome = 'success') as success,
         count(*) filter (where inside and outcome = 'failure') as failure,
         count(*) filter (where inside and outcome = 'not-stated') as notStated,
         min(event_time) as archiveFirst, max(event_time) as archiveLast
       from placed`,
    )
    .get({ from, to }) as Counted & { success: number; failure: number; notStated: number }
  const trusted = knownLists(db).networks.filter((network) => network.trusted)
  return {
    ...counted,
    outcomes: { success, failure, 'not-stated': notStated },
    offsets: offsetStretches(zone, from, to),
    trusted: trusted.map(({ cidr, label }) => ({ cidr, label })),
  }
}
