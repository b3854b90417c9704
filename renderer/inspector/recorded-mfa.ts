import type { SignInDetail } from '../../shared/domain/sign-in.ts'

/** One field of the record as it stands: its name, and its value in quotes. */
export interface RecordedField {
  readonly field: string
  readonly value: string
}

const quoted = (field: string, value: string | null): readonly RecordedField[] =>
  value === null ? [] : [{ field, value: `"${value}"` }]

/**
 * The record's own words on MFA. A federated sign-in rests on the type of identity; what MFAUsed says there is
 * shown beside it, because it says No whatever the identity provider asked for.
 */
export function recordedMfa(
  detail: Pick<SignInDetail, 'mfaBasis' | 'mfaRaw'> & {
    readonly row: { readonly principalType: string | null }
  },
): readonly RecordedField[] {
  switch (detail.mfaBasis) {
    case 'none':
      return []
    case 'federated':
      return [...quoted('type', detail.row.principalType), ...quoted('MFAUsed', detail.mfaRaw)]
    case 'MFAUsed':
    case 'CheckMfa':
    case 'CredentialType':
    case 'mfaAuthenticated':
      return quoted(detail.mfaBasis, detail.mfaRaw)
  }
}
