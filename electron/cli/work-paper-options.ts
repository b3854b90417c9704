import { type Command, InvalidArgumentError, Option } from 'commander'
import type { BurstRule } from '../../shared/domain/burst.ts'
import { type OfficeHours, readOfficeHours } from '../../shared/domain/office-hours.ts'
import { isKnownZone } from '../../shared/domain/time.ts'
import { PaperSettings, type SamplePlan } from '../../shared/domain/work-paper.ts'
import { readZonedTime } from '../../shared/domain/zoned-time.ts'
import type { ReadableCase } from '../engine/case/rights.ts'
import { keptSettings, proposedSettings } from '../engine/work-paper/kept-settings.ts'
import { UsageError } from './exit-codes.ts'

/** What can be set on the command line; what is not comes from the settings that the case keeps, or is proposed. */
export interface PaperOptions {
  readonly zone?: string
  readonly from?: string
  readonly to?: string
  readonly officeHours?: OfficeHours
  readonly holidays?: readonly string[]
  readonly dormantDays?: number
  readonly burst?: BurstRule
  readonly sample?: Pick<SamplePlan, 'size' | 'amount'>
  readonly byOutcome?: boolean
  readonly seed?: string
}

export function addPaperOptions(command: Command): Command {
  return command
    .addOption(new Option('--zone <zone>', "the organisation's zone").argParser(zone))
    .option('--from <time>', 'the period begins, such as 2024-09-01, by the clock of the zone')
    .option('--to <time>', 'and ends before this time')
    .addOption(
      new Option(
        '--office-hours <hours>',
        'such as "Mon-Fri 09:00-18:00", by the clock of the zone; "Mon-Fri 22:00-06:00" ends on the next day',
      ).argParser(officeHours),
    )
    .addOption(
      new Option('--holidays <days>', 'such as 2024-09-16,2024-09-23').argParser((text) => text.split(',')),
    )
    .addOption(
      new Option('--dormant-days <n>', 'without a success for so many days, an account is dormant').argParser(
        Number,
      ),
    )
    .addOption(
      new Option(
        '--burst <n/minutes>',
        'so many failures, each so many minutes after the one before',
      ).argParser(burst),
    )
    .addOption(new Option('--sample <n>', 'sample size: a number, or a share such as 5%').argParser(size))
    .option('--by-outcome', 'draw from each outcome by its share')
    .option('--seed <text>', 'draws the same sample again; made and printed when it is not given')
}

/** The settings that the options ask for. Throws `UsageError`. */
export function paperSettings(db: ReadableCase, options: PaperOptions): PaperSettings {
  const kept = keptSettings(db)
  const zoneName = options.zone ?? kept?.zone ?? 'UTC'
  const base = kept !== null && kept.zone === zoneName ? kept : inZone(db, zoneName, kept)
  const hours = options.officeHours ?? base.officeHours
  const holidays = options.holidays ?? base.officeHours.holidays
  const read = PaperSettings.safeParse({
    zone: zoneName,
    from: boundary(options.from, zoneName) ?? base.from,
    to: boundary(options.to, zoneName) ?? base.to,
    officeHours: { ...hours, holidays },
    dormantDays: options.dormantDays ?? base.dormantDays,
    bursts: options.burst ?? base.bursts,
    sample: {
      ...base.sample,
      ...options.sample,
      ...(options.byOutcome === undefined ? {} : { byOutcome: options.byOutcome }),
      ...(options.seed === undefined ? {} : { seed: options.seed }),
    },
  })
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new UsageError(`${issue?.path.join('.') ?? 'settings'}: ${issue?.message ?? 'not valid'}`)
}

/** Whole days of another zone are other days: the period is proposed anew, what else was kept stays. */
function inZone(db: ReadableCase, zoneName: string, kept: PaperSettings | null): PaperSettings {
  const { zone: name, from, to, ...rest } = proposedSettings(db, zoneName)
  return { ...rest, ...kept, zone: name, from, to }
}

function boundary(typed: string | undefined, zoneName: string): number | null {
  if (typed === undefined) return null
  const read = readZonedTime(typed, zoneName)
  if (read.kind === 'time') return read.seconds
  const why = read.problem === 'does-not-exist' ? `is skipped by the clock of ${zoneName}` : 'is not a time'
  throw new UsageError(`"${typed}" ${why}. Write it like 2024-09-01 or "2024-09-01 09:00".`)
}

function zone(name: string): string {
  if (!isKnownZone(name)) throw new InvalidArgumentError('It is no zone name such as Asia/Tokyo.')
  return name
}

function officeHours(text: string): OfficeHours {
  const read = readOfficeHours(text)
  if (read === null) throw new InvalidArgumentError('Write it like "Mon-Fri 09:00-18:00".')
  return read
}

function burst(text: string): BurstRule {
  const [, atLeast, gapMinutes] = /^(\d+)\/(\d+)$/.exec(text) ?? []
  if (atLeast === undefined || gapMinutes === undefined) {
    throw new InvalidArgumentError('Write it like 5/2: five failures, each two minutes after the one before.')
  }
  return { atLeast: Number(atLeast), gapMinutes: Number(gapMinutes) }
}

function size(text: string): Pick<SamplePlan, 'size' | 'amount'> {
  const [, amount, percent] = /^(\d+)(%?)$/.exec(text) ?? []
  const wanted = Number(amount)
  if (amount === undefined || (percent === '%' && wanted > 100)) {
    throw new InvalidArgumentError('It must be a whole number, or a share such as 5%.')
  }
  return { size: percent === '%' ? 'percent' : 'records', amount: wanted }
}
