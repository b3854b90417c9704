import type { SignInRow } from '../../shared/domain/sign-in.ts'
import { addressKindWords, addressTexts, countryName } from '../../shared/messages/address.ts'
import { useCall, useEvent } from '../backend.tsx'
import { useKnown } from '../known/known-lists.tsx'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { Icon } from '../ui/icon.tsx'
import { beginning, visibleText } from '../ui/visible-text.ts'
import { Value } from './value.tsx'

/** The address as recorded, what the examiner calls it, and what data sets say of it, with their date. */
export function AddressFact(props: { readonly row: SignInRow }) {
  const { sourceIp } = props.row
  const known = useKnown()
  const name = known.nameOf('address', sourceIp)
  const network = known.networkOf(sourceIp)
  const texts = useTexts(addressTexts)
  return (
    <>
      <Value text={sourceIp} /> {name !== null && <i>{visibleText(name)}</i>}
      {network !== null && (
        <small>
          {network.trusted && <Icon name="mfa-used" size={12} tone="ok" />} {visibleText(network.label)}
          {network.trusted && `, ${texts.trusted}`} <code className="insp-code">{network.cidr}</code>
        </small>
      )}
      {sourceIp !== null && <FromDataSets sourceIp={sourceIp} />}
    </>
  )
}

function FromDataSets(props: { readonly sourceIp: string }) {
  const language = useLanguage()
  const texts = useTexts(addressTexts)
  const { data, refetch } = useCall('address.facts', { sourceIp: props.sourceIp })
  useEvent('case.changed', ({ what }) => {
    if (what === 'addresses' || what === 'sign-ins') refetch()
  })
  if (data === undefined || (data !== null && data.sourceIp !== props.sourceIp)) return null
  if (data === null) return <small>{texts.notLookedUp}</small>
  const { kind, country, networkNumber, networkName, dataset } = data
  const isPublic = kind === 'public'
  const facts = [
    isPublic ? null : addressKindWords[language][kind],
    country === null
      ? isPublic
        ? texts.noCountry
        : null
      : texts.approximate(countryName(country, language)),
    networkNumber === null
      ? isPublic
        ? texts.noNetwork
        : null
      : texts.network(
          String(networkNumber),
          networkName === null ? null : visibleText(beginning(networkName, 120)),
        ),
  ].filter((fact) => fact !== null)
  return (
    <>
      <small>{facts.join(language === 'ja' ? '、' : ', ')}</small>
      {dataset !== '' && <small>{texts.data(visibleText(dataset))}</small>}
    </>
  )
}

/** The account with the name that the examiner gave it. */
export function AccountFact(props: { readonly account: string | null }) {
  const name = useKnown().nameOf('account', props.account)
  return (
    <>
      <Value text={props.account} /> {name !== null && <i>{visibleText(name)}</i>}
    </>
  )
}
