import type { CustodyAction } from '../../../shared/domain/custody.ts'

/** What does not change the content of a case: handing something over, looking, and sealing. */
export const PASSING_ACTIONS: ReadonlySet<CustodyAction> = new Set([
  'export.written',
  'case.opened',
  'case.sealed',
  'case.closed',
])
