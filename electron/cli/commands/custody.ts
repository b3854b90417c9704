import { Command } from 'commander'
import type { CustodyCheck, CustodyEntry } from '../../../shared/domain/custody.ts'
import { SCHEMA_TABLE, type SealState } from '../../../shared/domain/seal.ts'
import { utcTextMs } from '../../../shared/domain/time.ts'
import { custodyActionWords } from '../../../shared/messages/report-custody.ts'
import { custodyProblemWords, sealStateWords, sealTexts } from '../../../shared/messages/seal.ts'
import { checkCustody, listCustody } from '../../engine/custody/log.ts'
import { fullSealState, sealStateOnOpening } from '../../engine/custody/seal-state.ts'
import type { ToolInfo } from '../../engine/tool.ts'
import { reading } from '../case-file.ts'
import type { Answer } from '../commands.ts'
import { EXIT, UsageError } from '../exit-codes.ts'
import { forTerminal, print, printJson } from '../print.ts'

interface Options {
  readonly case: string
  readonly check?: boolean
  readonly expect?: string
  readonly json?: boolean
}

/** `trailcase custody --case FILE`: the log, whether it holds, and whether the case is as it was sealed. */
export function custodyCommand(tool: ToolInfo, answer: Answer): Command {
  return new Command('custody')
    .description('print the custody log and check it; exit 1 when it or the seal does not hold')
    .requiredOption('--case <file>')
    .option('--check', 'read every row again and compare it with the last seal')
    .option('--expect <hash>', 'a seal that you wrote down: it must be an entry of the log')
    .option('--json', 'print one JSON document')
    .action(async (options: Options) => {
      const expected = options.expect?.trim().toLowerCase()
      if (expected !== undefined && !/^[0-9a-f]{64}$/.test(expected)) {
        throw new UsageError('A seal is 64 hexadecimal characters.')
      }
      await reading(options.case, tool, async (db) => {
        const check = checkCustody(db)
        const seal =
          options.check === true
            ? await fullSealState(db, { signal: new AbortController().signal, onProgress: () => undefined })
            : sealStateOnOpening(db)
        const entries = listCustody(db, 0, Number.MAX_SAFE_INTEGER)
        const known =
          expected === undefined ? null : (entries.find((entry) => entry.hash === expected) ?? null)
        const seen = entries.filter(sawChanges)
        const expectation = expected === undefined ? null : { hash: expected, entry: known?.sequence ?? null }
        const holds =
          check.intact &&
          seal.changed.length === 0 &&
          seen.length === 0 &&
          (expectation === null || expectation.entry !== null)
        if (options.json === true) await printJson({ holds, check, seal, expected: expectation, entries })
        else await printForPeople({ check, seal, expectation, entries, seen })
        if (!holds) answer(EXIT.withTrouble)
      })
    })
}

interface Told {
  readonly check: CustodyCheck
  readonly seal: SealState
  readonly expectation: { readonly hash: string; readonly entry: number | null } | null
  readonly entries: readonly CustodyEntry[]
  readonly seen: readonly CustodyEntry[]
}

async function printForPeople(told: Told): Promise<void> {
  const { check, seal, expectation, entries, seen } = told
  const words = sealTexts.en
  for (const { sequence, at, actor, action, detail, tool, hash } of entries) {
    const what = custodyActionWords.en[action] ?? action
    await print(forTerminal(`${sequence}  ${utcTextMs(at)}  ${actor}  ${what}  (${tool})`))
    await print(forTerminal(`   ${action === 'case.sealed' ? contentOf(detail) : detail}`))
    await print(`   ${hash}`)
  }
  if (check.intact) await print(words.logHolds(String(check.entries)))
  else if (check.entries === 0) await print(words.logEmpty)
  else {
    const broken = entries.find((entry) => entry.sequence === check.firstBroken)
    const named = broken === undefined ? '' : `${broken.action}, ${broken.actor}`
    await print(forTerminal(words.logBroken(String(check.firstBroken), named)))
    if (check.problem !== null) await print(custodyProblemWords.en[check.problem])
  }
  if (check.clockBack !== null) await print(words.clockBack(String(check.clockBack)))
  await print(sealStateWords.en[seal.state])
  if (seal.seal !== null) await print(words.lastSeal(String(seal.seal.entry), seal.seal.hash))
  for (const { table, sealedRows, rows, where } of seal.changed) {
    const places = where.join(', ')
    const said =
      table === SCHEMA_TABLE
        ? words.schemaChanged(places)
        : words.changed(table, String(sealedRows), String(rows), places)
    await print(forTerminal(said))
  }
  if (seal.seal !== null && seal.changed.length === 0) await print(words.nothingChanged)
  if (seal.notCompared.length > 0) await print(words.notCompared(seal.notCompared.join(', ')))
  for (const { sequence } of seen) await print(words.seenBefore(String(sequence)))
  if (expectation !== null) {
    await print(
      expectation.entry === null
        ? words.expectedMissing
        : words.expectedFound(String(expectation.entry), String(entries.length - expectation.entry)),
    )
  }
}

/** An opening that found the case changed: the log keeps it, also when the case was sealed again afterwards. */
function sawChanges({ action, detail }: CustodyEntry): boolean {
  return action === 'case.opened' && detail.includes('"changed":[')
}

/** The hash of every table stands in --json; for people the hash over all of them is enough. */
function contentOf(detail: string): string {
  return /"content":"[0-9a-f]{64}"/.exec(detail)?.[0] ?? detail
}
