import { listFindings } from '../../../electron/engine/detect/findings.ts'
import { runDetections } from '../../../electron/engine/detect/run.ts'
import { anyFinding, type FindingRow } from '../../../shared/domain/finding.ts'
import type { RuleId } from '../../../shared/domain/rule-ids.ts'
import { archive } from '../../fixtures/archive.ts'
import { type JsonMap, trail } from '../../fixtures/trail.ts'
import { freshCase, freshFolder, importInto, type TestCase } from '../open-case.ts'

/** What a case knows beside its records. */
export interface Beside {
  /** Address to country. */
  readonly countries?: Readonly<Record<string, string>>
  readonly trusted?: readonly string[]
}

export const still = { signal: new AbortController().signal, onProgress: () => undefined }

/** A case with these records; lines are in the language of `trail`. */
export async function caseOf(records: readonly (string | JsonMap)[], beside: Beside = {}): Promise<TestCase> {
  const folder = freshFolder()
  archive(
    folder,
    records.flatMap((record) => (typeof record === 'string' ? trail(record) : [record])),
  )
  const made = freshCase()
  await importInto(made, [folder])
  for (const [address, country] of Object.entries(beside.countries ?? {})) {
    made.db
      .prepare(
        `insert or replace into address (source_ip, kind, country, dataset) values (?, 'public', ?, 'test')`,
      )
      .run(address, country)
  }
  for (const cidr of beside.trusted ?? []) {
    made.db
      .prepare(
        `insert into known_network (cidr, label, trusted, author, at) values (?, 'office', 1, 'test', 0)`,
      )
      .run(cidr)
  }
  return made
}

/** The findings of one rule over these records. */
export async function found(
  rule: RuleId,
  records: readonly (string | JsonMap)[],
  beside: Beside = {},
): Promise<readonly FindingRow[]> {
  const { db, actor } = await caseOf(records, beside)
  await runDetections(db, actor, still)
  return listFindings(db, { ...anyFinding, rules: [rule] }).rows
}

/** `count` lines a step apart, from a time such as `10:00:00`. `{i}` in the text is the number from 0. */
export function lines(count: number, from: string, stepSeconds: number, text: string): string[] {
  const begin = Date.parse(`2024-09-14T${from}Z`)
  return Array.from({ length: count }, (_, i) => {
    const at = new Date(begin + i * stepSeconds * 1000).toISOString().slice(0, 19)
    return `${at} ${text.replaceAll('{i}', String(i))}`
  })
}

/** One line a day at 09:00 in the days before 14 September 2024. */
export function days(count: number, text: string): string[] {
  return Array.from({ length: count }, (_, i) => {
    const at = new Date(Date.parse('2024-09-14T09:00:00Z') - (count - i) * 86_400_000)
    return `${at.toISOString().slice(0, 19)} ${text}`
  })
}
