import type { ReactNode } from 'react'

/** On or off, told by the place of the knob and by `aria-checked`. */
export function Switch(props: {
  readonly on: boolean
  readonly children: ReactNode
  onChange(on: boolean): void
}) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={props.on}
      className="ui-switch"
      onClick={() => props.onChange(!props.on)}
    >
      <span className="ui-switch-track" aria-hidden="true" />
      {props.children}
    </button>
  )
}
