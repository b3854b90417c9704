import { type InputHTMLAttributes, type ReactNode, type Ref, type TextareaHTMLAttributes, useId } from 'react'

interface Labelled {
  readonly label: ReactNode
  readonly error?: string | undefined
  readonly hint?: string | undefined
  readonly wide?: boolean
}

export interface FieldProps extends Labelled, InputHTMLAttributes<HTMLInputElement> {
  readonly ref?: Ref<HTMLInputElement>
}

/** A line of text with its label above, and an error or a hint in words below. */
export function Field({ label, error, hint, wide, ...input }: FieldProps) {
  const id = useId()
  return (
    <Frame id={id} label={label} error={error} hint={hint} wide={wide === true}>
      <input
        type="text"
        spellCheck={false}
        autoComplete="off"
        {...input}
        id={id}
        className="ui-input"
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined && hint === undefined ? undefined : `${id}-note`}
      />
    </Frame>
  )
}

export interface AreaProps extends Labelled, TextareaHTMLAttributes<HTMLTextAreaElement> {
  readonly ref?: Ref<HTMLTextAreaElement>
}

/** Several lines of text. */
export function Area({ label, error, hint, wide, ...input }: AreaProps) {
  const id = useId()
  return (
    <Frame id={id} label={label} error={error} hint={hint} wide={wide === true}>
      <textarea
        rows={3}
        {...input}
        id={id}
        className="ui-input ui-area"
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined && hint === undefined ? undefined : `${id}-note`}
      />
    </Frame>
  )
}

function Frame(props: {
  readonly id: string
  readonly label: ReactNode
  readonly error: string | undefined
  readonly hint: string | undefined
  readonly wide: boolean
  readonly children: ReactNode
}) {
  return (
    <div className={`ui-field${props.wide ? ' ui-field-wide' : ''}`}>
      <label htmlFor={props.id}>{props.label}</label>
      {props.children}
      {(props.error ?? props.hint) !== undefined && (
        <p id={`${props.id}-note`} className={props.error === undefined ? 'ui-hint' : 'ui-field-error'}>
          {props.error ?? props.hint}
        </p>
      )}
    </div>
  )
}
