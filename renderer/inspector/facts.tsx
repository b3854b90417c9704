import type { ReactNode } from 'react'
import type { SignInDetail, SignInRow } from '../../shared/domain/sign-in.ts'
import { inspectorTexts } from '../../shared/messages/inspector.ts'
import { eventWord, mfaWords, outcomeWords } from '../../shared/messages/words.ts'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { beginning, visibleText } from '../ui/visible-text.ts'
import { AccountFact, AddressFact } from './address-fact.tsx'
import { PrincipalFact } from './principal-fact.tsx'
import { recordedMfa } from './recorded-mfa.ts'
import { Value } from './value.tsx'

/** What the record says, field by field. What it does not say is "not stated", never left out and never guessed. */
export function Facts(props: { readonly row: SignInRow; readonly detail: SignInDetail | undefined }) {
  const { row, detail } = props
  const language = useLanguage()
  const texts = useTexts(inspectorTexts)
  const recorded = detail === undefined ? [] : recordedMfa(detail)
  return (
    <dl className="insp-facts">
      <Fact name={texts.who}>
        <PrincipalFact row={row} />
      </Fact>
      <Fact name={texts.what}>
        {row.eventName === null ? <Value text={null} /> : <EventName name={row.eventName} />}
        {row.eventSource !== null && <small>{visibleText(beginning(row.eventSource, LONG_CODE))}</small>}
      </Fact>
      <Fact name={texts.outcome}>{outcomeWords[language][row.outcome]}</Fact>
      {row.outcome === 'failure' && (
        <Fact name={texts.reason}>
          <Value text={row.failureReason} />
        </Fact>
      )}
      <Fact name={texts.mfa}>
        {mfaWords[language][row.mfa]}{' '}
        {recorded.length > 0 && (
          <>
            <i>{texts.asRecorded}</i>{' '}
            {recorded.map(({ field, value }) => (
              <Code key={field}>{`${field} ${value}`}</Code>
            ))}
          </>
        )}
      </Fact>
      {row.mfaDevice !== null && (
        <Fact name={texts.mfaDevice}>
          <Value text={row.mfaDevice} />
        </Fact>
      )}
      <Fact name={texts.from}>
        <AddressFact row={row} />
      </Fact>
      <Fact name={texts.with}>
        <Agent row={row} />
      </Fact>
      <Fact name={texts.account}>
        <AccountFact account={row.recipientAccountId ?? row.accountId} />
      </Fact>
      <Fact name={texts.recordedIn}>
        <Value text={row.region} />
      </Fact>
      {(row.loginTo !== null || row.eventName === 'ConsoleLogin') && (
        <Fact name={texts.loginTo}>
          <Value text={row.loginTo} />
        </Fact>
      )}
      {(row.switchedFrom !== null || row.eventName === 'SwitchRole') && (
        <Fact name={texts.switchedFrom}>
          <Value text={row.switchedFrom} />
        </Fact>
      )}
      <Fact name={texts.key}>
        <Value text={row.accessKeyId} />
      </Fact>
      <Fact name={texts.eventId}>
        <Value text={row.eventId} code />
      </Fact>
    </dl>
  )
}

function Fact(props: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </>
  )
}

function EventName(props: { readonly name: string }) {
  const word = eventWord(useLanguage(), props.name)
  if (word === props.name) return <Value text={props.name} />
  return (
    <>
      {word} <Code>{props.name}</Code>
    </>
  )
}

function Agent(props: { readonly row: SignInRow }) {
  const { agentName, agentSystem, userAgent } = props.row
  const texts = useTexts(inspectorTexts)
  if (agentName === null) return <Value text={userAgent} />
  const known = agentSystem === null ? agentName : texts.agentOn(agentName, agentSystem)
  return (
    <>
      <Value text={known} />
      {userAgent !== null && userAgent !== agentName && (
        <small>
          <Value text={userAgent} />
        </small>
      )}
    </>
  )
}

const LONG_CODE = 200

function Code(props: { readonly children: string }) {
  return <code className="insp-code">{visibleText(beginning(props.children, LONG_CODE))}</code>
}
