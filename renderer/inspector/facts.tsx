import { Fragment, type ReactNode, useState } from 'react'
import type { SignInDetail, SignInRow } from '../../shared/domain/sign-in.ts'
import { inspectorTexts } from '../../shared/messages/inspector.ts'
import { eventWord, mfaWords, outcomeWords, principalKindWords } from '../../shared/messages/words.ts'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { visibleText } from '../ui/visible-text.ts'
import { recordedMfa } from './recorded-mfa.ts'

/** What the record says, field by field. What it does not say is "not stated", never left out and never guessed. */
export function Facts(props: { readonly row: SignInRow; readonly detail: SignInDetail | undefined }) {
  const { row, detail } = props
  const language = useLanguage()
  const texts = useTexts(inspectorTexts)
  const recorded = detail === undefined ? [] : recordedMfa(detail)
  return (
    <dl className="insp-facts">
      <Fact name={texts.who}>
        <Principal row={row} />
      </Fact>
      <Fact name={texts.what}>
        {visibleText(eventWord(language, row.eventName))}{' '}
        {row.eventName !== null && <Code>{row.eventName}</Code>}
        {row.eventSource !== null && <small>{visibleText(row.eventSource)}</small>}
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
        <Value text={row.sourceIp} />
      </Fact>
      <Fact name={texts.with}>
        <Agent row={row} />
      </Fact>
      <Fact name={texts.account}>
        <Value text={row.recipientAccountId ?? row.accountId} />
      </Fact>
      <Fact name={texts.recordedIn}>
        <Value text={row.region} />
      </Fact>
      {(row.loginTo !== null || row.eventName === 'ConsoleLogin') && (
        <Fact name={texts.loginTo}>
          <Long text={row.loginTo} />
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

function Principal(props: { readonly row: SignInRow }) {
  const { row } = props
  const texts = useTexts(inspectorTexts)
  const words = principalKindWords[useLanguage()]
  const kind = words[row.principalKind]
  // A role beside another kind of principal is what was chosen or asked for, not who did it.
  const isRole = row.principalKind === 'role'
  const name = isRole ? (row.roleName ?? row.principalName) : row.principalName
  return (
    <>
      {row.principalKind === 'hidden' || row.principalKind === 'root' || name === null
        ? name === null && row.principalKind !== 'hidden'
          ? texts.principalOf(texts.notStated, row.principalType ?? kind)
          : kind
        : texts.principalOf(visibleText(name), kind)}
      {!isRole && row.roleName !== null && <small>{texts.role(visibleText(row.roleName))}</small>}
      {row.sessionName !== null && <small>{texts.session(visibleText(row.sessionName))}</small>}
      {row.principalArn !== null && <small className="insp-any">{visibleText(row.principalArn)}</small>}
    </>
  )
}

function Agent(props: { readonly row: SignInRow }) {
  const { agentName, agentSystem, userAgent } = props.row
  const texts = useTexts(inspectorTexts)
  if (agentName === null) return <Long text={userAgent} />
  const known = visibleText(agentSystem === null ? agentName : texts.agentOn(agentName, agentSystem))
  return (
    <>
      {known}
      {userAgent !== null && userAgent !== agentName && (
        <small className="insp-any">
          <Long text={userAgent} />
        </small>
      )}
    </>
  )
}

function Code(props: { readonly children: string }) {
  return <code className="insp-code">{visibleText(props.children)}</code>
}

function Value(props: { readonly text: string | null; readonly code?: boolean }) {
  const texts = useTexts(inspectorTexts)
  if (props.text === null) return <i>{texts.notStated}</i>
  const shown = visibleText(props.text)
  return props.code === true ? (
    <code className="insp-any">{shown}</code>
  ) : (
    <span className="insp-any">{shown}</span>
  )
}

const SHORT = 160

/** A text that may be very long: its beginning, and all of it on request. An address is best broken after a slash. */
function Long(props: { readonly text: string | null }) {
  const texts = useTexts(inspectorTexts)
  const [all, setAll] = useState(false)
  const { text } = props
  if (text === null) return <Value text={null} />
  if (text.length <= SHORT) {
    return (
      <span className="insp-any">
        {visibleText(text)
          .split(/(?<=[^/:]\/)/)
          .map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one value never move
            <Fragment key={index}>
              {index > 0 && <wbr />}
              {part}
            </Fragment>
          ))}
      </span>
    )
  }
  return (
    <span className="insp-any">
      {visibleText(all ? text : text.slice(0, SHORT))}
      {!all && '… '}
      <button type="button" className="insp-link" onClick={() => setAll(!all)}>
        {all ? texts.showLess : texts.showMore}
      </button>
    </span>
  )
}
