import { existsSync } from 'node:fs'
import { Command } from 'commander'
import { emptyCaseDetails } from '../../../shared/domain/case.ts'
import type { ImportOutcome, ImportProgress, ImportSums } from '../../../shared/domain/source.ts'
import type { WritableCase } from '../../engine/case/rights.ts'
import { openAddressLookup } from '../../engine/enrich/address-lookup.ts'
import { importedPlaces } from '../../engine/intake/imported-places.ts'
import { DEFAULT_LIMITS, RAISED_LIMITS } from '../../engine/intake/limits.ts'
import { runImport } from '../../engine/intake/run.ts'
import type { ToolInfo } from '../../engine/tool.ts'
import { openIntakePool } from '../../worker/intake-pool.ts'
import { createJournalHelpers } from '../../worker/journal-help.ts'
import { actorOf, working } from '../case-file.ts'
import type { Answer } from '../commands.ts'
import { type DetailsOptions, describes, detailsOf, withDetails } from '../details-options.ts'
import { EXIT, UsageError } from '../exit-codes.ts'
import { complain, forTerminal, print, printJson } from '../print.ts'

interface Options extends DetailsOptions {
  readonly case: string
  readonly again?: boolean
  readonly json?: boolean
  readonly raiseLimits?: boolean
  readonly hashContent?: boolean
  readonly addressData?: readonly string[]
}

/** `trailcase import PATH... --case FILE`: reads trail archives into a case, which it creates when there is none. */
export function importCommand(tool: ToolInfo, answer: Answer): Command {
  const command = new Command('import')
    .description('read files and folders of CloudTrail logs into a case')
    .argument('[path...]', 'files and folders')
    .requiredOption('--case <file>', 'the case file, made when it is missing')
    .option('--again', 'read once more what earlier imports of the case were given')
    .option('--examiner <name>', 'who works, for the custody log')
    .option('--raise-limits', 'read on where a limit on size, ratio or depth cut a file off')
    .option(
      '--hash-content',
      'hash all unpacked content too, as is done for small imports and beside digest files',
    )
    .option(
      '--address-data <file...>',
      'own MMDB files with countries or networks, asked before those that ship',
    )
    .option('--json', 'print one JSON document')
  return withDetails(command, ', for a new case').action(async (paths: string[], options: Options) => {
    const again = options.again === true
    if (paths.length === 0 && !again) throw new UsageError('Name files or folders to read, or use --again.')
    if (again && !existsSync(options.case)) throw new UsageError('--again reads for a case that is there.')
    const addresses = openAddressLookup(options.addressData ?? [])
    const [trouble] = addresses.troubles
    if (trouble !== undefined) throw new UsageError(trouble.message)
    const actor = actorOf(tool, options.examiner)
    const details = detailsOf(options, emptyCaseDetails)
    if (existsSync(options.case) && describes(options)) {
      complain('The case is there already and keeps its details; trailcase describe changes them.')
    }
    const stop = new AbortController()
    // The first Ctrl+C keeps what is read; a second one ends the program.
    process.once('SIGINT', () => stop.abort())
    const pool = openIntakePool()
    const helpers = createJournalHelpers()
    const outcome = await working(options.case, actor, details, async (db) =>
      runImport(db, actor, again ? [...paths, ...(await placesThere(db, answer))] : paths, pool, {
        signal: stop.signal,
        limits: options.raiseLimits === true ? RAISED_LIMITS : DEFAULT_LIMITS,
        ...(options.hashContent === true ? { hashContent: true } : {}),
        addresses,
        helpJournal: helpers.open,
        mayGoOn: () => undefined,
        onProgress: process.stderr.isTTY === true ? showProgress : () => undefined,
        onStored: () => undefined,
      }),
    ).finally(() => Promise.all([pool.close(), helpers.gone()]))
    if (options.json === true) await printJson(asJson(outcome))
    else await printForPeople(outcome)
    if (outcome.failed.length > 0 || outcome.stopped) answer(EXIT.withTrouble)
  })
}

/** What earlier imports were given, as far as it is there now. */
async function placesThere(db: WritableCase, answer: Answer): Promise<string[]> {
  const places = await importedPlaces(db)
  const gone = places.filter(({ isThere }) => !isThere)
  for (const { path } of gone) complain(forTerminal(`not there now: ${path}`))
  if (gone.length > 0) answer(EXIT.withTrouble)
  return places.filter(({ isThere }) => isThere).map(({ path }) => path)
}

function asJson({
  stopped,
  sums,
  seconds,
  skipped,
  failed,
}: ImportOutcome): Readonly<Record<string, unknown>> {
  const { records, signIns, companions, indexed, duplicates, conflicts, inflatedBytes } = sums
  const { unchanged, renewed, withdrawn } = sums
  const files = sums.found
  const signInCounts = { records, signIns, companions, indexed, duplicates, conflicts }
  const counts = { files, unchanged, renewed, withdrawn, ...signInCounts, inflatedBytes, seconds }
  return { ...counts, ...(stopped ? { stopped } : {}), skipped, failed }
}

async function printForPeople({ stopped, sums, seconds, skipped, failed }: ImportOutcome): Promise<void> {
  for (const { path, code, message } of [...skipped, ...failed])
    complain(forTerminal(`${code}: ${path}: ${message}`))
  const files = `${sums.found} files: ${sums.read} read, ${sums.partial} read in part, ${sums.skipped} skipped, ${sums.failed} failed`
  await print(`${files}${stopped ? `, ${sums.waiting} not read, because the import was stopped` : ''}`)
  if (sums.unchanged > 0) await print(`${sums.unchanged} of them the same as read before`)
  if (sums.renewed > 0) await print(renewedLine(sums))
  const signIns = `${sums.signIns} sign-ins: ${sums.indexed} new, ${sums.duplicates} seen before, ${sums.conflicts} in conflict`
  await print(`${sums.records} records, ${signIns}`)
  await print(`${seconds.toFixed(1)} s`)
}

function renewedLine({ renewed, withdrawn }: ImportSums): string {
  const gone = withdrawn === 0 ? '' : `; ${withdrawn} sign-ins that only the earlier one had read are gone`
  return `${renewed} of them hold something else for this version than for an earlier one${gone}`
}

function showProgress({ state, sums, share }: ImportProgress): void {
  const done = sums.found - sums.waiting
  const percent = Math.floor(share * 100)
  process.stderr.write(
    `\r${state}: ${percent} %, ${done} of ${sums.found} files, ${sums.records} records \u001b[K`,
  )
  if (state === 'finishing') process.stderr.write('\r\u001b[K')
}
