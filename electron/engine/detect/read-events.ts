import { isIP } from 'node:net'
import type { MfaState, Outcome, PrincipalKind, RawForm } from '../../../shared/domain/sign-in.ts'
import type { ReadableCase } from '../case/rights.ts'
import { recordOf } from '../intake/formats/record-of.ts'
import { textAt } from '../signin/fields.ts'
import { SIGN_IN_ORDER } from '../timeline/views.ts'
import type { DetectEvent } from './event.ts'
import { createHistory, type Step } from './history.ts'
import { personOf } from './keys.ts'
import type { IsTrusted } from './trusted.ts'

interface Row {
  readonly id: number
  readonly time: number | null
  readonly eventName: string | null
  readonly eventType: string | null
  readonly outcome: Outcome
  readonly failureReason: string | null
  readonly mfa: MfaState
  readonly kind: PrincipalKind
  readonly name: string | null
  readonly principalArn: string | null
  readonly roleName: string | null
  readonly sessionName: string | null
  readonly account: string | null
  readonly region: string | null
  readonly sourceIp: string | null
  readonly userAgent: string | null
  readonly agentName: string | null
  readonly agentSystem: string | null
  readonly switchedFrom: string | null
  readonly country: string | null
}

const SELECT = `select s.id as id, s.event_time as time, s.event_name as eventName, s.event_type as eventType,
  s.outcome as outcome, s.failure_reason as failureReason, s.mfa as mfa, s.principal_kind as kind,
  s.principal_name as name, s.principal_arn as principalArn, s.role_name as roleName,
  s.session_name as sessionName, ifnull(s.recipient_account_id, s.account_id) as account, s.region as region,
  s.source_ip as sourceIp, s.user_agent as userAgent, s.agent_name as agentName,
  s.agent_system as agentSystem, s.switched_from as switchedFrom, a.country as country
  from sign_in s left join address a on a.source_ip = s.source_ip
  order by ${SIGN_IN_ORDER.replaceAll(/\b(event_time|event_id|id)\b/g, 's.$1')}`

/** Events by which a person has come in; only these teach what is usual. */
const COMES_IN: ReadonlySet<string> = new Set(['ConsoleLogin', 'UserAuthentication'])

/**
 * Every sign-in of a case once, in the order of time, with what the archive had shown of the person before. `reader`
 * is a connection of its own: it stays in the midst of the list while others go on with theirs.
 */
export function* readEvents(reader: ReadableCase, isTrusted: IsTrusted | null): Generator<DetectEvent> {
  const history = createHistory()
  const raw = reader.prepare('select raw, raw_form as form, raw_header as header from sign_in where id = ?')
  const trusted = new Map<string, boolean>()
  for (const found of reader.prepare(SELECT).iterate()) {
    const row = found as Row
    const address = row.sourceIp !== null && isIP(row.sourceIp) > 0 ? row.sourceIp : null
    const { agentFamily, person } = { agentFamily: familyOf(row), person: personOf(row) }
    const safe = address !== null && isTrusted !== null && remembered(trusted, address, isTrusted)
    const step: Step = {
      person,
      time: row.time,
      address,
      agentFamily,
      country: row.country,
      region: row.region,
      usedMfa: row.mfa === 'used',
      trusted: safe,
    }
    yield eventOf(row, { person, address, agentFamily, trusted: safe }, history.newsOf(step), () =>
      recordIn(raw.get(row.id)),
    )
    if (row.outcome === 'success' && COMES_IN.has(row.eventName ?? '')) history.learn(step)
  }
}

type Own = Pick<DetectEvent, 'person' | 'address' | 'agentFamily' | 'trusted'>
type News = ReturnType<ReturnType<typeof createHistory>['newsOf']>

function eventOf(row: Row, own: Own, news: News, parse: () => unknown): DetectEvent {
  let record: unknown
  const inside = (...path: readonly string[]): string | null => {
    record ??= parse()
    return textAt(record, ...path)
  }
  return {
    ...row,
    ...own,
    ...news,
    eventName: row.eventName ?? '',
    get workflow() {
      return inside('additionalEventData', 'AuthWorkflowID')
    },
    get grantType() {
      return inside('additionalEventData', 'grant_type')
    },
    get samlProvider() {
      return inside('additionalEventData', 'SamlProviderArn')
    },
    get invokedBy() {
      return inside('userIdentity', 'invokedBy')
    },
  }
}

function recordIn(kept: unknown): unknown {
  const { form, raw, header } = kept as { form: RawForm; raw: Uint8Array; header: string | null }
  return recordOf(form, raw, header) ?? {}
}

/** Browser or tool without its version, and the system: an update is not a new browser. */
function familyOf({ agentName, agentSystem }: Row): string | null {
  if (agentName === null) return null
  const name = agentName.replace(/\s+[\d.].*$/, '')
  return agentSystem === null ? name : `${name}, ${agentSystem}`
}

function remembered(known: Map<string, boolean>, address: string, ask: IsTrusted): boolean {
  const before = known.get(address)
  if (before !== undefined) return before
  if (known.size > 100_000) known.clear()
  const answer = ask(address)
  known.set(address, answer)
  return answer
}
