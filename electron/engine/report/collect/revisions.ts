import type { CustodyEntry } from '../../../../shared/domain/custody.ts'
import type { EpochSeconds } from '../../../../shared/domain/units.ts'
import type { ReportRevision } from '../archive-facts.ts'

/** Formats that are the report; lists and ledgers are something else. */
const REPORTS = new Set(['pdf', 'html', 'package'])

/**
 * Reports that were handed over before this one, as the custody log names them. An entry whose detail another program
 * wrote may lack some facts. A report of the same moment is this one, written again.
 */
export function collectRevisions(entries: readonly CustodyEntry[], issuedAt: EpochSeconds): ReportRevision[] {
  const earlier: ReportRevision[] = []
  for (const { sequence, at, actor, action, detail } of entries) {
    if (action !== 'export.written') continue
    const facts = factsOf(detail)
    const format = textOf(facts['format'])
    if (format === null || !REPORTS.has(format)) continue
    const issued = typeof facts['issuedAt'] === 'number' ? facts['issuedAt'] : null
    if (issued === issuedAt) continue
    const path = textOf(facts['path'])
    const name =
      path === null ? null : path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
    const { variant, language } = facts
    earlier.push({
      entry: sequence,
      at,
      actor,
      format,
      issuedAt: issued,
      name,
      sha256: textOf(facts['sha256']),
      variant: textOf(variant),
      language: textOf(language),
    })
  }
  return earlier
}

function factsOf(detail: string): Readonly<Record<string, unknown>> {
  try {
    const facts: unknown = JSON.parse(detail)
    return typeof facts === 'object' && facts !== null ? { ...facts } : {}
  } catch {
    // Printed as it stands with the custody log.
    return {}
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
