import { OfficeHours, officeHoursText, readOfficeHours } from '../../shared/domain/office-hours.ts'
import type { Language } from '../../shared/domain/units.ts'
import { PaperSettings } from '../../shared/domain/work-paper.ts'
import { boundText, readBounds, type TypedBound } from '../filter/typed-bounds.ts'

/** The form as it is typed. */
export interface Draft {
  readonly zone: string
  readonly from: string
  readonly to: string
  readonly officeHours: string
  readonly holidays: string
  readonly dormantDays: string
  readonly atLeast: string
  readonly gapMinutes: string
  readonly size: PaperSettings['sample']['size']
  readonly amount: string
  readonly seed: string
  readonly byOutcome: boolean
}

export type DraftField =
  | 'from'
  | 'to'
  | 'officeHours'
  | 'holidays'
  | 'dormantDays'
  | 'atLeast'
  | 'gapMinutes'
  | 'amount'
  | 'seed'

/** Settings as they would be typed. */
export function draftOf(settings: PaperSettings, language: Language): Draft {
  const { zone, from, to, officeHours, dormantDays, bursts, sample } = settings
  return {
    zone,
    from: boundText(from, zone, 'from'),
    to: boundText(to, zone, 'to'),
    officeHours: officeHoursText(officeHours, language),
    holidays: officeHours.holidays.join(', '),
    dormantDays: String(dormantDays),
    atLeast: String(bursts.atLeast),
    gapMinutes: String(bursts.gapMinutes),
    size: sample.size,
    amount: String(sample.amount),
    seed: sample.seed,
    byOutcome: sample.byOutcome,
  }
}

export interface ReadDraft {
  /** Null while a field cannot be used. */
  readonly settings: PaperSettings | null
  readonly bounds: { readonly from: TypedBound; readonly to: TypedBound }
  readonly wrong: ReadonlySet<DraftField>
}

/** What the form comes to, and which fields cannot be used. */
export function readDraft(draft: Draft): ReadDraft {
  const bounds = readBounds(draft.from, draft.to, draft.zone)
  const wrong = new Set<DraftField>()
  const hours = readOfficeHours(draft.officeHours)
  if (hours === null) wrong.add('officeHours')
  const holidays = draft.holidays.split(/[,、\s]+/).filter((day) => day !== '')
  const whole = (field: DraftField, text: string, most: number): number => {
    const value = /^\d{1,5}$/.test(text.trim()) ? Number(text) : 0
    if (value < 1 || value > most) wrong.add(field)
    return value
  }
  const { from, to } = bounds
  if (from.seconds === null) wrong.add('from')
  if (to.seconds === null) wrong.add('to')
  const dormantDays = whole('dormantDays', draft.dormantDays, 3650)
  const atLeast = whole('atLeast', draft.atLeast, 1000)
  if (atLeast === 1) wrong.add('atLeast')
  const gapMinutes = whole('gapMinutes', draft.gapMinutes, 1440)
  const amount = whole('amount', draft.amount, draft.size === 'percent' ? 100 : 5000)
  if (draft.seed === '' || draft.seed.length > 200) wrong.add('seed')
  const officeHours = { ...(hours ?? readOfficeHours('Mon-Fri 09:00-18:00')), holidays }
  if (!OfficeHours.safeParse(officeHours).success) wrong.add('holidays')
  if (wrong.size > 0 || !bounds.usable) return { settings: null, bounds, wrong }
  const read = PaperSettings.safeParse({
    zone: draft.zone,
    from: from.seconds,
    to: to.seconds,
    officeHours,
    dormantDays,
    bursts: { atLeast, gapMinutes },
    sample: { size: draft.size, amount, seed: draft.seed, byOutcome: draft.byOutcome },
  })
  return { settings: read.success ? read.data : null, bounds, wrong }
}

/** A seed that nobody chose: 8 random bytes. */
export function newSeed(): string {
  return [...crypto.getRandomValues(new Uint8Array(8))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}
