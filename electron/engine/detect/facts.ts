import type { FindingFacts } from '../../../shared/domain/finding.ts'
import type { ReadableCase } from '../case/rights.ts'

interface Row {
  readonly time: number | null
  readonly outcome: string
  readonly kind: string
  readonly name: string | null
  readonly address: string | null
  readonly account: string | null
  readonly country: string | null
  readonly agent: string | null
}

/** What is counted from the records of a finding. */
export interface Summed {
  readonly firstTime: number | null
  readonly lastTime: number | null
  readonly facts: FindingFacts
}

const SHOWN = 8

/** Reads the records of a finding once and counts what they say. */
export function factsReader(db: ReadableCase): (ids: readonly number[], matched: number) => Summed {
  const read = db.prepare(
    `select s.event_time as time, s.outcome as outcome, s.principal_kind as kind, s.principal_name as name,
       s.source_ip as address, ifnull(s.recipient_account_id, s.account_id) as account, a.country as country,
       s.agent_name as agent
     from sign_in s left join address a on a.source_ip = s.source_ip where s.id = ?`,
  )
  return (ids, matched) => {
    const names = new Set<string>()
    const addresses = new Set<string>()
    const accounts = new Set<string>()
    const countries = new Set<string>()
    const agents = new Set<string>()
    let firstTime: number | null = null
    let lastTime: number | null = null
    const counts = { success: 0, failure: 0, hidden: 0 }
    for (const id of ids) {
      const row = read.get(id) as Row | undefined
      if (row === undefined) continue
      if (row.time !== null && (firstTime === null || row.time < firstTime)) firstTime = row.time
      if (row.time !== null && (lastTime === null || row.time > lastTime)) lastTime = row.time
      if (row.outcome === 'success') counts.success += 1
      if (row.outcome === 'failure') counts.failure += 1
      if (row.kind === 'hidden') counts.hidden += 1
      else if (row.name !== null) names.add(row.name)
      if (row.address !== null) addresses.add(row.address)
      if (row.account !== null) accounts.add(row.account)
      if (row.country !== null) countries.add(row.country)
      if (row.agent !== null) agents.add(row.agent)
    }
    const facts: FindingFacts = {
      successes: counts.success,
      failures: counts.failure,
      names: firstOf(names),
      nameCount: names.size,
      hidden: counts.hidden,
      addresses: firstOf(addresses),
      addressCount: addresses.size,
      accounts: firstOf(accounts),
      accountCount: accounts.size,
      countries: firstOf(countries),
      agents: firstOf(agents),
      matched,
    }
    return { firstTime, lastTime, facts }
  }
}

function firstOf(values: ReadonlySet<string>): string[] {
  return [...values].slice(0, SHOWN)
}
