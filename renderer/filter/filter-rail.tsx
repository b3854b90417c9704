import './filter.css'
import { type ReactNode, useMemo, useRef } from 'react'
import type { Facets, FacetValue, SignInFilter } from '../../shared/domain/filter.ts'
import { MFA_STATES, OUTCOMES, PRINCIPAL_KINDS, type PrincipalKind } from '../../shared/domain/sign-in.ts'
import { filterTexts } from '../../shared/messages/filter.ts'
import { useTexts } from '../settings/settings.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { PrincipalIcon } from '../ui/marks.tsx'
import { FacetList } from './facet-list.tsx'
import { steadyValues } from './facet-values.ts'
import type { ListField } from './filter-change.ts'

const EVENTS_SHOWN = 8
const PRINCIPALS_SHOWN = 8

const outcomeIcons: Readonly<Record<string, IconName>> = {
  failure: 'outcome-failure',
  success: 'outcome-success',
  'not-stated': 'outcome-not-stated',
}
const mfaIcons: Readonly<Record<string, IconName>> = {
  used: 'mfa-used',
  'not-used': 'mfa-not-used',
  'not-visible': 'mfa-not-visible',
  'not-stated': 'mfa-not-stated',
}
const tones = {
  failure: 'fail',
  success: 'ok',
  used: 'ok',
  'not-used': 'fail',
  'not-visible': 'fed',
  'not-stated': 'mute',
} as const

export interface FilterRailProps {
  readonly facets: Facets | undefined
  readonly filter: SignInFilter
  /** True while newer counts are on their way. */
  readonly busy: boolean
  /** The handle by which the pane is made wider. */
  readonly children?: ReactNode
  onToggle(field: ListField, key: string): void
}

/** The values that occur, with counts. A click adds a value to the "or" list of its field or takes it out. */
export function FilterRail(props: FilterRailProps) {
  const { facets, filter, busy } = props
  const texts = useTexts(filterTexts)
  const common = { busy, onToggle: props.onToggle }
  const outcomes = useFixed(facets?.outcomes, [
    'failure',
    ...OUTCOMES.filter((outcome) => outcome !== 'failure'),
  ])
  const mfa = useFixed(facets?.mfa, MFA_STATES)
  const events = useSteady(facets?.eventNames, filter.eventNames)
  const principals = useSteady(facets?.principals, filter.principals)
  const kinds = useMemo(() => new Map(facets?.principals.map(({ key, kind }) => [key, kind])), [facets])
  return (
    <aside className="flt-pane" aria-label={texts.rail} data-region="filters">
      <div className="flt-rail">
        <FacetList
          {...common}
          field="outcomes"
          title={texts.outcomes}
          values={outcomes.filter(
            ({ key, count }) => key !== 'not-stated' || count > 0 || chosen(filter.outcomes, key),
          )}
          chosen={filter.outcomes}
          icon={(key) => (
            <Icon name={outcomeIcons[key] ?? 'outcome-not-stated'} size={13} tone={toneOf(key)} />
          )}
        />
        <FacetList
          {...common}
          field="mfa"
          title={texts.mfa}
          values={mfa}
          chosen={filter.mfa}
          icon={(key) => <Icon name={mfaIcons[key] ?? 'mfa-not-stated'} size={13} tone={toneOf(key)} />}
          hint={(key) => (key === 'not-visible' ? texts.federatedHint : null)}
        />
        <FacetList
          {...common}
          field="eventNames"
          title={texts.eventNames}
          values={events}
          chosen={filter.eventNames}
          limit={EVENTS_SHOWN}
        />
        <FacetList
          {...common}
          field="principals"
          title={texts.principals}
          values={principals}
          chosen={filter.principals}
          limit={PRINCIPALS_SHOWN}
          icon={(key) => <PrincipalIcon kind={kindOf(kinds.get(key), key)} />}
        />
      </div>
      {props.children}
    </aside>
  )
}

function chosen(values: readonly string[], key: string): boolean {
  return values.includes(key)
}

function toneOf(key: string): (typeof tones)[keyof typeof tones] {
  return Object.hasOwn(tones, key) ? tones[key as keyof typeof tones] : 'mute'
}

/** The kind of a principal; from its key when no facet tells it any more. */
function kindOf(kind: string | undefined, key: string): PrincipalKind {
  const name = kind ?? key.slice(0, key.indexOf(':'))
  if (key === '(hidden by AWS)') return 'hidden'
  return PRINCIPAL_KINDS.find((known) => known === name) ?? 'not-stated'
}

/** Values in a fixed order, 0 for those that do not occur. */
function useFixed(values: readonly FacetValue[] | undefined, keys: readonly string[]): readonly FacetValue[] {
  return keys.map((key) => values?.find((value) => value.key === key) ?? { key, count: 0 })
}

/** Values that keep the place in which they were first shown; chosen ones are there even if they never occurred. */
function useSteady(now: readonly FacetValue[] | undefined, also: readonly string[]): readonly FacetValue[] {
  const known = useRef<readonly FacetValue[]>([])
  return useMemo(() => {
    if (now !== undefined) known.current = steadyValues(known.current, now)
    return steadyValues(known.current, [
      ...known.current,
      ...also
        .filter((key) => !known.current.some((value) => value.key === key))
        .map((key) => ({ key, count: 0 })),
    ])
  }, [now, also])
}
