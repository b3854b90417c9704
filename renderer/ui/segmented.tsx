import { type KeyboardEvent, type ReactNode, useRef } from 'react'

export interface SegmentedProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: ReactNode; readonly lang?: string }[]
  readonly size?: 'small' | 'normal'
  onChange(value: NoInfer<T>): void
}

/** One of a few, as a radio group: arrow keys move and choose, Tab enters and leaves once. */
export function Segmented<T extends string>({
  label,
  value,
  options,
  size = 'normal',
  onChange,
}: SegmentedProps<T>) {
  const group = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    event.stopPropagation()
    const at = options.findIndex((option) => option.value === value)
    const index = (at + step + options.length) % options.length
    const next = options[index]
    if (next === undefined) return
    onChange(next.value)
    group.current?.querySelectorAll<HTMLElement>('[role=radio]')[index]?.focus()
  }
  return (
    <div ref={group} role="radiogroup" aria-label={label} className={`ui-segmented ui-segmented-${size}`}>
      {options.map((option) => (
        // biome-ignore lint/a11y/useSemanticElements: a native radio cannot hold two inks and stay one line
        <button
          type="button"
          role="radio"
          key={option.value}
          lang={option.lang}
          aria-checked={option.value === value}
          tabIndex={option.value === value ? 0 : -1}
          onClick={() => onChange(option.value)}
          onKeyDown={move}
        >
          {option.label}
        </button>
      ))}
    </div>
  )
}
