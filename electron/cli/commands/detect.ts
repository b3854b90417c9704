import { Command } from 'commander'
import { anyFinding, type FindingRow } from '../../../shared/domain/finding.ts'
import { utcText } from '../../../shared/domain/time.ts'
import { severityWords } from '../../../shared/messages/detections.ts'
import { ruleWords } from '../../../shared/messages/rule-words.ts'
import type { ReadableCase } from '../../engine/case/rights.ts'
import { findingDetail, findingEventIds, listFindings } from '../../engine/detect/findings.ts'
import { ruleOf } from '../../engine/detect/rules.ts'
import { runDetections } from '../../engine/detect/run.ts'
import { detectionState, listRules } from '../../engine/detect/state.ts'
import { EVENTS_AT_MOST } from '../../engine/detect/watch/draft.ts'
import type { ToolInfo } from '../../engine/tool.ts'
import { actorOf, working } from '../case-file.ts'
import type { Answer } from '../commands.ts'
import { complain, forTerminal, print, printJson } from '../print.ts'

interface Options {
  readonly case: string
  readonly json?: boolean
  readonly examiner?: string
}

/** `trailcase detect --case FILE [--json]`: asks every rule of every sign-in, keeps and lists what they find. */
export function detectCommand(tool: ToolInfo, _answer: Answer): Command {
  return new Command('detect')
    .description('ask the detection rules of all sign-ins of a case and list what they find')
    .requiredOption('--case <file>')
    .option('--examiner <name>', 'who asks, for the custody log')
    .option('--json', 'print one JSON document')
    .action(async (options: Options) => {
      const stop = new AbortController()
      process.once('SIGINT', () => stop.abort())
      const actor = actorOf(tool, options.examiner)
      await working(options.case, actor, null, async (db) => {
        await runDetections(db, actor, {
          signal: stop.signal,
          onProgress: process.stderr.isTTY === true ? showProgress : () => undefined,
        })
        if (options.json === true) await printJson(asJson(db))
        else await printForPeople(db)
      })
    })
}

function showProgress({ done, total }: { done: number; total: number }): void {
  process.stderr.write(done === total ? '\r\u001b[K' : `\r${done} of ${total} sign-ins \u001b[K`)
}

/**
 * `findings` are those that rules call findings; `hints` are records worth a look. Events are event IDs, in order of
 * time.
 */
function asJson(db: ReadableCase): Readonly<Record<string, unknown>> {
  const { rows, total } = listFindings(db, anyFinding)
  const state = detectionState(db)
  const rules = listRules(db)
  const one = (row: FindingRow) => {
    const rule = ruleOf(row.rule)
    return {
      rule: row.rule,
      severity: row.severity,
      title: ruleWords.en[row.rule].title,
      attack: rule?.attack ?? [],
      subject: row.subject,
      groupedBy: row.grouping,
      firstTime: row.firstTime === null ? null : utcText(row.firstTime),
      lastTime: row.lastTime === null ? null : utcText(row.lastTime),
      state: row.verdict,
      foundAgain: !row.gone,
      facts: findingDetail(db, row.id).facts,
      events: eventIds(db, row.id),
    }
  }
  return {
    signIns: state.run?.signIns ?? 0,
    rules: rules.length,
    notAsked: rules
      .filter((rule) => rule.impossible !== null)
      .map(({ id, impossible }) => ({ rule: id, reason: impossible })),
    federatedWithoutVisibleMfa: state.federated,
    total,
    findings: rows.filter((row) => row.severity !== 'info').map(one),
    hints: rows.filter((row) => row.severity === 'info').map(one),
  }
}

/** Event IDs of the records; a record without one is named by its row number. */
function eventIds(db: ReadableCase, id: number): string[] {
  const eventId = db.prepare('select event_id as eventId from sign_in where id = ?')
  return findingEventIds(db, id, 0, EVENTS_AT_MOST).map((row) => {
    return (eventId.get(row) as { eventId: string | null }).eventId ?? `row ${row}`
  })
}

async function printForPeople(db: ReadableCase): Promise<void> {
  const { rows, total } = listFindings(db, anyFinding)
  const state = detectionState(db)
  for (const row of rows) {
    const time = row.firstTime === null ? 'time not stated' : utcText(row.firstTime)
    const count = row.events === 1 ? '1 event' : `${row.events} events`
    const verdict = row.verdict === 'open' ? '' : `  [${row.verdict}]`
    const gone = row.gone ? '  [not found again]' : ''
    const cells = [
      severityWords.en[row.severity].padEnd(8),
      time,
      ruleWords.en[row.rule].title,
      row.subject ?? 'whole case',
      count,
    ]
    await print(forTerminal(`${cells.join('  ')}${verdict}${gone}`))
  }
  const hints = rows.filter((row) => row.severity === 'info').length
  if (total > rows.length) complain(`Only the first ${rows.length} of ${total} are listed.`)
  const missing = listRules(db).filter((rule) => rule.impossible !== null)
  await print(
    `${total - hints} findings and ${hints} hints of ${state.rules} rules, over the ${state.run?.signIns ?? 0} sign-in records of this case`,
  )
  if (missing.length > 0) {
    await print(`Not possible: ${missing.map(({ id, impossible }) => `${id} (${impossible})`).join(', ')}`)
  }
  if (state.federated > 0) {
    await print(`${state.federated} federated sign-ins show no MFA in AWS; that is normal and no finding.`)
  }
}
