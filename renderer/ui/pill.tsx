import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export type Tone = 'ok' | 'fail' | 'warn' | 'fed' | 'mute' | 'accent'

/** A rounded label for a state, with icon and word. */
export function Pill(props: { readonly tone: Tone; readonly icon?: IconName; readonly children: ReactNode }) {
  return (
    <span className={`ui-pill ui-pill-${props.tone}`}>
      {props.icon !== undefined && <Icon name={props.icon} size={13} />}
      {props.children}
    </span>
  )
}

/** A small square label in a row. */
export function Tag(props: { readonly tone: Tone; readonly children: ReactNode; readonly title?: string }) {
  return (
    <span className={`ui-tag ui-tag-${props.tone}`} title={props.title}>
      {props.children}
    </span>
  )
}
