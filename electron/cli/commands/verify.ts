import { Command } from 'commander'
import type { IntegrityCheck, IntegrityProgress, IntegritySummary } from '../../../shared/domain/integrity.ts'
import {
  integrityLevelWords,
  integrityReasonWords,
  integrityVerdictWords,
} from '../../../shared/messages/integrity.ts'
import type { ReadableCase } from '../../engine/case/rights.ts'
import { gapCauses } from '../../engine/integrity/gap-causes.ts'
import { runVerification, verificationChecks } from '../../engine/integrity/runs.ts'
import type { ToolInfo } from '../../engine/tool.ts'
import { actorOf, working } from '../case-file.ts'
import type { Answer } from '../commands.ts'
import { EXIT } from '../exit-codes.ts'
import { forTerminal, print, printJson } from '../print.ts'
import { gapsAsJson, printGaps } from '../print-gaps.ts'

interface Options {
  readonly case: string
  readonly keys?: readonly string[]
  readonly json?: boolean
  readonly examiner?: string
}

const PAGE = 1000
const KINDS = { digest: 'Digest file', log: 'Log file', lake: 'Lake result' } as const

/** `trailcase verify --case FILE [--keys F] [--json]`: validates log files with the digest files of the import. */
export function verifyCommand(tool: ToolInfo, answer: Answer): Command {
  return new Command('verify')
    .description('validate the log files of a case with its digest files, offline')
    .requiredOption('--case <file>')
    .option('--keys <file...>', 'saved answers of: aws cloudtrail list-public-keys --output json')
    .option('--examiner <name>', 'who validates, for the custody log')
    .option('--json', 'print one JSON document')
    .action(async (options: Options) => {
      const stop = new AbortController()
      process.once('SIGINT', () => stop.abort())
      const actor = actorOf(tool, options.examiner)
      await working(options.case, actor, null, async (db) => {
        const { summary } = await runVerification(db, actor, options.keys ?? [], {
          signal: stop.signal,
          onProgress: process.stderr.isTTY === true ? showProgress : () => undefined,
        })
        if (options.json === true) await printJson(asJson(db, summary))
        else await printForPeople(db, summary)
        if (!summary.holds) answer(EXIT.withTrouble)
      })
    })
}

function showProgress({ what, done, total }: IntegrityProgress): void {
  process.stderr.write(done === total ? '\r\u001b[K' : `\r${done} of ${total} ${what} \u001b[K`)
}

function asJson(db: ReadableCase, summary: IntegritySummary): Readonly<Record<string, unknown>> {
  const { gaps, ...rest } = summary
  const { causes, changes } = gapCauses(db, gaps)
  return {
    ...rest,
    signaturesChecked: summary.keyFiles.length > 0,
    ...gapsAsJson(gaps, causes, changes),
    digestFiles: [...checksOf(db, 'digests')].map(jsonCheck),
    logFiles: [...checksOf(db, 'logs')].map(jsonCheck),
    lakeFiles: [...checksOf(db, 'lake')].map(jsonCheck),
  }
}

function jsonCheck(check: IntegrityCheck): Readonly<Record<string, unknown>> {
  const { kind: _kind, sourceId: _sourceId, reasons, awsWords, ...rest } = check
  return {
    ...rest,
    reasons,
    explanation: reasons.map((reason) => integrityReasonWords.en[reason]).join(' '),
    validateLogs: awsWords,
  }
}

function* checksOf(db: ReadableCase, view: 'digests' | 'logs' | 'lake'): Generator<IntegrityCheck> {
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = verificationChecks(db, view, offset, PAGE)
    yield* rows
    if (rows.length < PAGE) return
  }
}

async function printForPeople(db: ReadableCase, summary: IntegritySummary): Promise<void> {
  for (const view of ['digests', 'logs', 'lake'] as const) {
    for (const check of checksOf(db, view)) await printCheck(check)
  }
  const { causes, changes } = gapCauses(db, summary.gaps)
  await printGaps(summary.gaps, causes, changes)
  await print(counts('digest files', summary.digests))
  await print(counts('log files', summary.logs))
  await print(counts('Lake results and their sign files', summary.lake))
  const { digestsAtLeast, logsAtLeast } = summary
  await print(`${integrityLevelWords.en.hash}: ${logsAtLeast.hash} log files`)
  for (const level of ['chain', 'signature'] as const) {
    await print(
      `${integrityLevelWords.en[level]}: ${digestsAtLeast[level]} digest files, ${logsAtLeast[level]} log files`,
    )
  }
  if (summary.keyFiles.length === 0)
    await print(
      'Signatures were not checked: give the public keys with --keys to authenticate the digest files.',
    )
  if (summary.chains === 0) await print('The import holds no digest file, so no log file could be validated.')
}

async function printCheck(check: IntegrityCheck): Promise<void> {
  const kind = KINDS[check.kind]
  const prefix = check.backfill ? '(backfill) ' : ''
  const why = check.reasons.map((reason) => integrityReasonWords.en[reason])
  const place = check.path === null || check.path === check.object ? [] : [`  at ${check.path}`]
  const aws = check.awsWords === null ? [] : [`  validate-logs: ${check.awsWords}`]
  const detail = check.detail === null ? [] : [`  ${check.detail}`]
  await print(
    forTerminal(
      `${prefix}${kind}\t${check.object}\t`.replaceAll('\t', '  ') + integrityVerdictWords.en[check.verdict],
    ),
  )
  if (check.verdict === 'valid' && why.length === 0) return
  for (const line of [...why.map((text) => `  ${text}`), ...detail, ...place, ...aws])
    await print(forTerminal(line))
}

function counts(what: string, verdicts: IntegritySummary['digests']): string {
  const parts = Object.entries(verdicts).flatMap(([verdict, count]) =>
    count === 0
      ? []
      : [`${count} ${integrityVerdictWords.en[verdict as keyof typeof verdicts].toLowerCase()}`],
  )
  return `${what}: ${parts.length === 0 ? 'none' : parts.join(', ')}`
}
