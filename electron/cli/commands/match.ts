import { Command, InvalidArgumentError, Option } from 'commander'
import { AlarmSettings, COMPARISONS, MISSING_DATA, USUAL_ALARM } from '../../../shared/domain/alarm.ts'
import { MISSING_RULES, type MissingRule } from '../../../shared/domain/pattern.ts'
import { patternProblemTexts, problemText } from '../../../shared/messages/pattern-problems.ts'
import { replayAlarm } from '../../engine/detect/alarm/replay.ts'
import { readPattern } from '../../engine/detect/pattern/read-pattern.ts'
import { scanCase } from '../../engine/detect/pattern/scan.ts'
import type { Pattern } from '../../engine/detect/pattern/syntax.ts'
import type { ToolInfo } from '../../engine/tool.ts'
import { reading } from '../case-file.ts'
import type { Answer } from '../commands.ts'
import { EXIT, UsageError } from '../exit-codes.ts'
import { forTerminal } from '../print.ts'
import { printMatch } from './match-output.ts'

interface Options {
  readonly case: string
  readonly pattern: string
  readonly missing: MissingRule
  readonly alarmThreshold?: number
  readonly alarmPeriod?: number
  readonly alarmComparison?: AlarmSettings['comparison']
  readonly alarmPeriods?: number
  readonly alarmDatapoints?: number
  readonly alarmMissing?: AlarmSettings['missingData']
  readonly alarmDefault?: number
  readonly json?: boolean
}

/** `trailcase match --case FILE --pattern TEXT`: the sign-ins that a CloudWatch Logs filter pattern matches. */
export function matchCommand(tool: ToolInfo, answer: Answer): Command {
  return new Command('match')
    .description('match a CloudWatch Logs filter pattern against the sign-ins, and replay an alarm over them')
    .requiredOption('--case <file>')
    .requiredOption('--pattern <text>', 'such as \'{ $.eventName = "ConsoleLogin" }\'')
    .addOption(
      new Option('--missing <rule>', 'whether != holds for a record without the field')
        .choices(MISSING_RULES)
        .default('satisfies'),
    )
    .addOption(new Option('--alarm-threshold <n>', 'replay an alarm on the sum of matches').argParser(number))
    .addOption(
      new Option('--alarm-period <seconds>', 'length of a period, whole minutes (300)').argParser(number),
    )
    .addOption(
      new Option('--alarm-comparison <sign>', 'how sum and threshold compare (>=)').choices(COMPARISONS),
    )
    .addOption(new Option('--alarm-periods <n>', 'evaluation periods N (1)').argParser(number))
    .addOption(new Option('--alarm-datapoints <m>', 'datapoints to alarm M (as many as N)').argParser(number))
    .addOption(
      new Option('--alarm-missing <how>', 'missing data (notBreaching; CloudWatch itself: missing)').choices(
        MISSING_DATA,
      ),
    )
    .addOption(
      new Option('--alarm-default <n>', 'value of a minute without a match (none)').argParser(number),
    )
    .option('--json', 'one JSON document')
    .action(async (options: Options) => {
      const alarm = alarmOf(options)
      const pattern = patternOf(options.pattern)
      await reading(options.case, tool, async (db) => {
        const scan = await scanCase(db, pattern, options.missing)
        const replay = alarm === null ? null : replayAlarm(scan.times, alarm)
        const { missing, json } = options
        await printMatch(db, { pattern, scan, replay, missing, json: json === true })
        // Records that could not be read were skipped, and that is said by the exit code too.
        if (scan.unreadable > 0) answer(EXIT.withTrouble)
      })
    })
}

/** Throws `UsageError` with the pattern and a mark below the place where it is wrong. */
function patternOf(typed: string): Pattern {
  const read = readPattern(typed)
  if (read.ok) return read.pattern
  const { problem } = read
  const begin = typed.lastIndexOf('\n', problem.from - 1) + 1
  const end = typed.indexOf('\n', problem.from)
  const line = forTerminal(typed.slice(begin, end < 0 ? undefined : end))
  const before = forTerminal(typed.slice(begin, problem.from))
  const width = Math.max(1, Math.min(problem.to - problem.from, line.length - before.length))
  const sentence = problemText(patternProblemTexts.en, problem)
  throw new UsageError(
    `${sentence} (character ${problem.from + 1})\n  ${line}\n  ${' '.repeat(before.length)}${'^'.repeat(width)}`,
  )
}

/** The alarm that the options describe; null without one. Throws `UsageError`. */
function alarmOf(options: Options): AlarmSettings | null {
  const { alarmThreshold: threshold } = options
  const others = [
    options.alarmPeriod,
    options.alarmComparison,
    options.alarmPeriods,
    options.alarmDatapoints,
    options.alarmMissing,
    options.alarmDefault,
  ]
  if (threshold === undefined) {
    if (others.every((value) => value === undefined)) return null
    throw new UsageError('An alarm needs --alarm-threshold.')
  }
  const evaluationPeriods = options.alarmPeriods ?? USUAL_ALARM.evaluationPeriods
  const read = AlarmSettings.safeParse({
    period: options.alarmPeriod ?? USUAL_ALARM.period,
    threshold,
    comparison: options.alarmComparison ?? USUAL_ALARM.comparison,
    evaluationPeriods,
    datapoints: options.alarmDatapoints ?? evaluationPeriods,
    missingData: options.alarmMissing ?? USUAL_ALARM.missingData,
    defaultValue: options.alarmDefault ?? null,
  })
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new UsageError(`The alarm cannot be replayed: ${issue?.path.join('.')}: ${issue?.message}`)
}

function number(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('It must be a number.')
  return value
}
