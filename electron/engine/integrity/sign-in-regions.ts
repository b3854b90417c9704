import { type Coverage, SIGN_IN_REGIONS } from '../../../shared/domain/coverage.ts'
import type { ReadableCase } from '../case/rights.ts'

/** Something of a region is there; null when it does not say of which account. */
export interface Seen {
  readonly account: string | null
  readonly region: string
}

/** The regions of the sign-in service of which nothing was seen. */
export function absentFrom(seen: readonly Seen[]): string[] {
  const regions = new Set(seen.map(({ region }) => region))
  return SIGN_IN_REGIONS.filter((region) => !regions.has(region))
}

/** The same for each account: what one has says nothing of another, each has its own log files in each region. */
export function absentByAccount(
  seen: readonly Seen[],
): readonly { readonly account: string; readonly regions: readonly string[] }[] {
  const accounts = [...Map.groupBy(seen, ({ account }) => account)]
  return accounts
    .flatMap(([account, of]) => (account === null ? [] : [{ account, regions: absentFrom(of) }]))
    .sort((a, b) => (a.account < b.account ? -1 : 1))
}

/** Each of these regions, whether something of it is there, and the accounts of which nothing is, though others have. */
export function signInRegions(seen: readonly Seen[]): Coverage['signInRegions'] {
  const absent = new Set(absentFrom(seen))
  const byAccount = absentByAccount(seen)
  return SIGN_IN_REGIONS.map((region) => {
    const present = !absent.has(region)
    const lacking = byAccount.filter(({ regions }) => regions.includes(region))
    return { region, present, without: present ? lacking.map(({ account }) => account) : [] }
  })
}

/** Accounts and regions of the sign-in records, wherever they stood. */
export function regionsOfRecords(db: ReadableCase): Seen[] {
  return db
    .prepare(
      `select distinct ifnull(recipient_account_id, account_id) as account, region from sign_in
       where region is not null`,
    )
    .all() as Seen[]
}
