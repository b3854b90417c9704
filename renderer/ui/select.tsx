import { type ReactNode, useId } from 'react'
import { Icon } from './icon.tsx'

export interface SelectProps<T extends string> {
  readonly label: ReactNode
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string }[]
  onChange(value: NoInfer<T>): void
}

/** One of many, as the system's own list. */
export function Select<T extends string>({ label, value, options, onChange }: SelectProps<T>) {
  const id = useId()
  return (
    <div className="ui-field">
      <label htmlFor={id}>{label}</label>
      <span className="ui-select">
        <select
          id={id}
          className="ui-input"
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value)
            if (chosen !== undefined) onChange(chosen.value)
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="chevron-down" size={11} />
      </span>
    </div>
  )
}
