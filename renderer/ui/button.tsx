import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { Icon, type IconName } from './icon.tsx'
import { Keys } from './keys.tsx'

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `plain` has an edge, `ghost` has none, `primary` is the one main action of a screen, `danger` stops or removes. */
  readonly look?: 'plain' | 'primary' | 'ghost' | 'danger' | 'link'
  readonly size?: 'small' | 'normal' | 'large'
  readonly icon?: IconName
  /** Pressed state of a toggle button. */
  readonly on?: boolean
  /** A running job: the button says so and does not react. */
  readonly busy?: boolean
  readonly keys?: readonly string[]
  readonly children: ReactNode
  readonly ref?: Ref<HTMLButtonElement>
}

export function Button({
  look = 'plain',
  size = 'normal',
  icon,
  on,
  busy,
  keys,
  children,
  ...rest
}: ButtonProps) {
  const classes = ['ui-button', `ui-button-${look}`, `ui-button-${size}`, rest.className ?? '']
  return (
    <button
      type="button"
      {...rest}
      className={classes.join(' ').trimEnd()}
      aria-pressed={on}
      aria-busy={busy}
      disabled={rest.disabled === true || busy === true}
    >
      {icon !== undefined && <Icon name={busy === true ? 'waiting' : icon} />}
      {children}
      {keys !== undefined && <Keys keys={keys} />}
    </button>
  )
}

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> {
  readonly icon: IconName
  /** What the button does, in words; also its tooltip. */
  readonly label: string
  readonly size?: number
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button without a visible word; 24 px so that it is easy to hit. */
export function IconButton({ icon, label, size = 14, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      {...rest}
      aria-label={label}
      className={`ui-icon-button ${rest.className ?? ''}`.trimEnd()}
    >
      <Icon name={icon} size={size} />
    </button>
  )
}
