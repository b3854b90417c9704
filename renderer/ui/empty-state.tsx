import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

/** Nothing to show, why, and what can be done. */
export function EmptyState(props: {
  readonly icon: IconName
  readonly title: string
  readonly children?: ReactNode
  readonly action?: ReactNode
}) {
  return (
    <div className="ui-empty">
      <Icon name={props.icon} size={18} tone="mute" />
      <b>{props.title}</b>
      {props.children !== undefined && <p>{props.children}</p>}
      {props.action}
    </div>
  )
}
