import type { ReactNode } from 'react'
import type { FacetName } from '../../shared/domain/filter.ts'
import { MFA_STATES, OUTCOMES, PRINCIPAL_KINDS, type PrincipalKind } from '../../shared/domain/sign-in.ts'
import { filterTexts } from '../../shared/messages/filter.ts'
import { type KnownWords, useKnown } from '../known/known-lists.tsx'
import { useTexts } from '../settings/settings.tsx'
import { CountryChip } from '../ui/country-chip.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { PrincipalIcon } from '../ui/marks.tsx'
import { visibleText } from '../ui/visible-text.ts'
import type { CountedValue } from './facet-values.ts'

/** The facets in the order of the rail. */
export const RAIL_FACETS: readonly FacetName[] = [
  'outcome',
  'mfa',
  'event',
  'user',
  'ip',
  'country',
  'network',
  'account',
  'region',
  'browser',
  'system',
  'agent',
  'tag',
]

/** Keys of the facets whose values have an order of their own and are shown even when none occurs. */
export const FIXED_KEYS: Partial<Record<FacetName, readonly string[]>> = {
  outcome: ['failure', ...OUTCOMES.filter((outcome) => outcome === 'success')],
  mfa: MFA_STATES,
}

/** Values shown before "n more". */
export const SHOWN: Readonly<Record<FacetName, number>> = {
  outcome: 10,
  mfa: 10,
  event: 6,
  user: 6,
  ip: 5,
  country: 4,
  network: 4,
  account: 4,
  region: 4,
  browser: 4,
  system: 4,
  agent: 3,
  tag: 6,
}

const icons: Readonly<Record<string, IconName>> = {
  'outcome failure': 'outcome-failure',
  'outcome success': 'outcome-success',
  'outcome not-stated': 'outcome-not-stated',
  'mfa used': 'mfa-used',
  'mfa not-used': 'mfa-not-used',
  'mfa not-visible': 'mfa-not-visible',
  'mfa not-stated': 'mfa-not-stated',
}
const tones: Readonly<Record<string, 'ok' | 'fail' | 'fed'>> = {
  failure: 'fail',
  success: 'ok',
  used: 'ok',
  'not-used': 'fail',
  'not-visible': 'fed',
}

/** The sign before a value. */
export function FacetIcon(props: { readonly facet: FacetName; readonly value: CountedValue }) {
  const { facet, value } = props
  if (facet === 'user') return <PrincipalIcon kind={kindOf(value)} />
  const icon = icons[`${facet} ${value.key}`]
  return icon === undefined ? null : <Icon name={icon} size={13} tone={tones[value.key] ?? 'mute'} />
}

/** The kind of a principal; from its key when the answer does not tell it. */
function kindOf({ kind, key }: CountedValue): PrincipalKind {
  if (key === '(hidden by AWS)') return 'hidden'
  const name = kind ?? key.slice(0, key.indexOf(':'))
  return PRINCIPAL_KINDS.find((known) => known === name) ?? 'not-stated'
}

/** What stands behind a value: the examiner's own name for it, a country code, a word about it. */
export function useFacetHints(): (facet: FacetName, value: CountedValue) => ReactNode {
  const texts = useTexts(filterTexts)
  const known = useKnown()
  return (facet, { key }) => {
    if (facet === 'mfa' && key === 'not-visible') return <small>{texts.federatedHint}</small>
    if (facet === 'country') return <CountryChip country={/^[A-Z]{2}$/.test(key) ? key : null} />
    const name = knownName(known, facet, key)
    return name === null ? null : <small>{visibleText(name)}</small>
  }
}

/** The examiner's own name for an address, an account or the network of an address; null without one. */
export function knownName(known: KnownWords, facet: FacetName, key: string): string | null {
  if (facet === 'account') return known.nameOf('account', key)
  if (facet === 'ip') return known.nameOf('address', key) ?? known.networkOf(key)?.label ?? null
  return null
}
