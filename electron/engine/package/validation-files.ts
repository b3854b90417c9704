import type { IntegrityCheck } from '../../../shared/domain/integrity.ts'
import { utcText } from '../../../shared/domain/time.ts'
import type { Language } from '../../../shared/domain/units.ts'
import {
  integrityLevelWords,
  integrityReasonWords,
  integrityVerdictWords,
} from '../../../shared/messages/integrity.ts'
import { packageTexts } from '../../../shared/messages/package-readme.ts'
import type { ReadableCase } from '../case/rights.ts'
import { lastVerification, verificationChecks } from '../integrity/runs.ts'
import { safeJson } from '../report/jsonl.ts'

const PAGE = 1000

/** The last validation in parts of a JSON document: what it found in all, and the verdict on every file. */
export function* validationJson(db: ReadableCase): Generator<string> {
  const run = lastVerification(db)
  if (run === null) {
    yield '{"run": null, "checks": []}\n'
    return
  }
  const { id: _id, ...facts } = run
  yield `{"run": ${safeJson({ ...facts, at: new Date(run.at).toISOString() })}, "checks": [`
  let separator = '\n'
  for (const check of checksOf(db)) {
    const { sourceId: _sourceId, ...rest } = check
    yield `${separator}${safeJson(rest)}`
    separator = ',\n'
  }
  yield '\n]}\n'
}

/** The same for people: the sums, then every file that is not simply valid. */
export function* validationText(db: ReadableCase, language: Language): Generator<string> {
  const words = packageTexts[language]
  const run = lastVerification(db)
  if (run === null) {
    yield `${words.notValidated}\n`
    return
  }
  const { summary, outdated } = run
  yield `${words.validated(new Date(run.at).toISOString(), run.author)}\n`
  if (outdated) yield `${words.validationOld}\n`
  yield `${summary.holds ? words.holds : words.holdsNot}\n`
  if (summary.keyFiles.length === 0) yield `${words.noKeys}\n`
  for (const { path, sha256 } of summary.keyFiles) yield `${words.keys(path, sha256)}\n`
  for (const level of ['hash', 'chain', 'signature'] as const) {
    const { digestsAtLeast, logsAtLeast } = summary
    yield `${integrityLevelWords[language][level]}: ${words.reach(String(digestsAtLeast[level]), String(logsAtLeast[level]))}\n`
  }
  for (const { account, region, trail, from, to, why } of summary.gaps) {
    yield `${words.gap(account, region, trail, utcText(from), utcText(to), why === 'missing')}\n`
  }
  for (const { verdict, object, reasons } of checksOf(db)) {
    if (verdict === 'valid') continue
    yield `\n${oneLine(object)}\n  ${integrityVerdictWords[language][verdict]}\n`
    for (const reason of reasons) yield `  ${integrityReasonWords[language][reason]}\n`
  }
}

/** A name from the evidence must not make lines of its own. */
function oneLine(text: string): string {
  return safeJson(text).slice(1, -1)
}

function* checksOf(db: ReadableCase): Generator<IntegrityCheck> {
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = verificationChecks(db, 'all', offset, PAGE)
    yield* rows
    if (rows.length < PAGE) return
  }
}
