import type { RawForm } from '../../../shared/domain/sign-in.ts'
import type { ReadableCase } from '../case/rights.ts'
import { recordOf } from '../intake/formats/record-of.ts'
import { textAt } from '../signin/fields.ts'

/** What a record says of the session it belongs to; null where it says nothing. */
export interface SessionKeys {
  /** `sessionContext.signInSessionArn`, or that of `CreateOAuth2Token` (AWS Sign-In User Guide). */
  readonly session: string | null
  /** `sessionContext.attributes.creationDate`: one console session keeps it over all its keys. */
  readonly start: string | null
  /** `additionalEventData.AuthWorkflowID` (IAM Identity Center User Guide, sign-in events). */
  readonly workflow: string | null
}

/** Reads the session keys from the kept bytes of rows, which columns do not have. */
export function sessionKeysOf(db: ReadableCase): (id: number) => SessionKeys {
  const select = db.prepare('select raw, raw_form as form, raw_header as header from sign_in where id = ?')
  return (id) => {
    const row = select.get(id) as { raw: Uint8Array; form: RawForm; header: string | null } | undefined
    return keysIn(row === undefined ? undefined : recordOf(row.form, row.raw, row.header))
  }
}

/** The same of a record that was parsed. */
export function keysIn(record: unknown): SessionKeys {
  const session = textAt(record, 'userIdentity', 'sessionContext', 'signInSessionArn')
  const created = textAt(record, 'userIdentity', 'sessionContext', 'attributes', 'creationDate')
  return {
    session: session ?? textAt(record, 'additionalEventData', 'signInSessionArn'),
    start: created === null ? null : oneSpelling(created),
    workflow: textAt(record, 'additionalEventData', 'AuthWorkflowID'),
  }
}

/** The date prints as `20131102T010628Z` in some records and as `2013-11-02T01:06:28Z` in others. */
function oneSpelling(date: string): string {
  return date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
}
