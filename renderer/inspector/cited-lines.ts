import type { MfaBasis, OutcomeBasis, SignInDetail } from '../../shared/domain/sign-in.ts'
import type { JsonLine } from './json-lines.ts'

/** What a line of the record proves. */
export type Citation = 'when' | 'who' | 'from' | 'result' | 'mfa'

const at = (...keys: readonly string[]): string => keys.map((key) => JSON.stringify(key)).join('.')

const USER = 'userIdentity'
const EXTRA = 'additionalEventData'

/** Where a name may stand, best first; the first line that exists is cited. */
const WHO = [
  at(USER, 'arn'),
  at(USER, 'userName'),
  at(EXTRA, 'UserName'),
  at(USER, 'onBehalfOf', 'userId'),
  at(USER, 'principalId'),
  at(USER, 'invokedBy'),
  at(USER, 'type'),
]

function resultPaths(basis: OutcomeBasis, eventName: string): readonly string[] {
  switch (basis) {
    case 'errorCode':
      return [at('errorCode')]
    case 'serviceEventDetails':
      return [at('serviceEventDetails', eventName)]
    case 'responseElements':
      return [at('responseElements', eventName)]
    case 'errorMessage':
      return [at('errorMessage')]
    case 'api-call':
      return [at('eventType')]
    case 'none':
      return []
  }
}

function mfaPaths(basis: MfaBasis): readonly string[] {
  switch (basis) {
    case 'MFAUsed':
      return [at(EXTRA, 'MFAUsed')]
    case 'CheckMfa':
      return [at('responseElements', 'CheckMfa'), at('serviceEventDetails', 'CheckMfa')]
    case 'CredentialType':
      return [at(EXTRA, 'CredentialType')]
    case 'mfaAuthenticated':
      return [at(USER, 'sessionContext', 'attributes', 'mfaAuthenticated')]
    case 'federated':
      return [at(EXTRA, 'SamlProviderArn'), at(USER, 'type')]
    case 'none':
      return []
  }
}

/**
 * The lines of an indented record that the sentence and the facts were read from. An empty string counts as absent,
 * as it does when the record is read. A key that stands twice is cited twice: neither copy is hidden.
 */
export function citedLines(
  lines: readonly JsonLine[],
  detail: Pick<SignInDetail, 'row' | 'outcomeBasis' | 'mfaBasis'>,
): ReadonlyMap<number, Citation> {
  const byPath = new Map<string, number[]>()
  lines.forEach((line, index) => {
    if (line.kind === 'close' || line.value === '""' || line.value === 'null') return
    byPath.set(line.path, [...(byPath.get(line.path) ?? []), index])
  })
  const cited = new Map<number, Citation>()
  const cite = (citation: Citation, paths: readonly string[]) => {
    const path = paths.find((candidate) => byPath.has(candidate))
    for (const index of path === undefined ? [] : (byPath.get(path) ?? [])) cited.set(index, citation)
  }
  cite('who', WHO)
  cite('when', [at('eventTime')])
  cite('from', [at('sourceIPAddress')])
  cite('result', resultPaths(detail.outcomeBasis, detail.row.eventName ?? ''))
  if (detail.row.outcome === 'failure') cite('result', [at('errorMessage')])
  cite('mfa', mfaPaths(detail.mfaBasis))
  return cited
}
