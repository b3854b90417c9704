import type { MfaState, Outcome, PrincipalKind } from '../../shared/domain/sign-in.ts'
import { mfaWords, outcomeWords } from '../../shared/messages/words.ts'
import { useLanguage } from '../settings/settings.tsx'
import { Icon, type IconName } from './icon.tsx'

const outcomeIcons: Record<Outcome, IconName> = {
  success: 'outcome-success',
  failure: 'outcome-failure',
  'not-stated': 'outcome-not-stated',
}
const outcomeTones = { success: 'ok', failure: 'fail', 'not-stated': 'mute' } as const

/** Outcome as shape and word. */
export function OutcomeMark(props: { readonly outcome: Outcome }) {
  const words = outcomeWords[useLanguage()]
  return (
    <span className={`ui-mark ui-tone-${outcomeTones[props.outcome]}`}>
      <Icon name={outcomeIcons[props.outcome]} />
      {words[props.outcome]}
    </span>
  )
}

const mfaIcons: Record<MfaState, IconName> = {
  used: 'mfa-used',
  'not-used': 'mfa-not-used',
  'not-visible': 'mfa-not-visible',
  'not-stated': 'mfa-not-stated',
}

/** MFA as shape and word. Red only when the sign-in succeeded without it: a failed one without MFA means little. */
export function MfaMark(props: { readonly mfa: MfaState; readonly outcome: Outcome }) {
  const words = mfaWords[useLanguage()]
  const alarming = props.mfa === 'not-used' && props.outcome === 'success'
  return (
    <span className={`ui-mark ui-mfa-${props.mfa}${alarming ? ' ui-mfa-alarming' : ''}`}>
      <Icon name={mfaIcons[props.mfa]} />
      {words[props.mfa]}
    </span>
  )
}

export const principalIcons: Record<PrincipalKind, IconName> = {
  'iam-user': 'principal-user',
  root: 'principal-root',
  role: 'principal-role',
  'federated-user': 'principal-key',
  'identity-center-user': 'principal-key',
  hidden: 'principal-hidden',
  service: 'principal-service',
  other: 'principal-user',
  'not-stated': 'outcome-not-stated',
}

/** The kind of principal as a shape; the name or the kind in words stands beside it. */
export function PrincipalIcon(props: { readonly kind: PrincipalKind }) {
  return <Icon name={principalIcons[props.kind]} className={`ui-principal-${props.kind}`} />
}
