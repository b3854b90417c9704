import type { WritableCase } from '../../../electron/engine/case/rights.ts'

/** One made-up row of `sign_in`; what is left out is null. */
export interface MadeRow {
  readonly time: number | null
  readonly event?: string | null
  readonly outcome?: string
  readonly mfa?: string
  readonly kind?: string
  readonly name?: string | null
  readonly session?: string | null
  readonly role?: string | null
  readonly account?: string | null
  readonly recipient?: string | null
  readonly region?: string | null
  readonly ip?: string | null
  readonly agent?: string | null
  readonly browser?: string | null
  readonly system?: string | null
  readonly key?: string | null
  readonly reason?: string | null
  readonly id?: string | null
  readonly conflict?: boolean
  readonly raw?: string
}

/** Puts rows straight into the table, without an import: for tests of what is asked, not of what is read. */
export function insertRows(db: WritableCase, rows: readonly MadeRow[]): number[] {
  const insert =
    db.prepare(`insert into sign_in (record_key, conflict, event_time, event_name, event_id, outcome, mfa,
      principal_kind, principal_name, session_name, role_name, account_id, recipient_account_id, region, source_ip,
      user_agent, agent_name, agent_system, access_key_id, failure_reason, raw)
    values (@key_, @conflict, @time, @event, @id, @outcome, @mfa, @kind, @name, @session, @role, @account, @recipient,
      @region, @ip, @agent, @browser, @system, @key, @reason, cast(@raw as blob))`)
  return rows.map((row, index) => {
    const values = {
      event: null,
      outcome: 'success',
      mfa: 'not-stated',
      kind: 'iam-user',
      name: null,
      session: null,
      role: null,
      account: null,
      recipient: null,
      region: null,
      ip: null,
      agent: null,
      browser: null,
      system: null,
      key: null,
      reason: null,
      id: null,
      ...row,
      conflict: row.conflict === true ? 1 : 0,
      key_: `${index} ${Math.random()}`,
      raw: row.raw ?? JSON.stringify(row),
    }
    return Number(insert.run(values).lastInsertRowid)
  })
}
