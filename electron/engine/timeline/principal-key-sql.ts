import { HIDDEN_NAME, NOT_STATED } from '../../../shared/domain/filter.ts'

/**
 * SQL expression of the key under which a row is counted among the principals. Hidden names share one key that
 * no name can have, because AWS masks them alike and they are never one person.
 */
export const PRINCIPAL_KEY = `case
  when principal_kind = 'hidden' then '${HIDDEN_NAME}'
  when principal_name is null then '${NOT_STATED}'
  else principal_kind || ':' || principal_name end`
