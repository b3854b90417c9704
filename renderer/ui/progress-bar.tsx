export interface ProgressPart {
  readonly id: string
  readonly value: number
  readonly tone: 'accent' | 'light' | 'warn'
}

/** Done work in shades of a bar; what is left stays grey. `text` says the same in words. */
export function ProgressBar(props: {
  readonly label: string
  readonly text: string
  readonly total: number
  readonly parts: readonly ProgressPart[]
}) {
  const done = props.parts.reduce((sum, part) => sum + part.value, 0)
  const percent = (value: number) => (props.total === 0 ? 0 : (value / props.total) * 100)
  return (
    <div
      className="ui-progress"
      role="progressbar"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.floor(percent(done))}
      aria-valuetext={props.text}
    >
      {props.parts.map((part) => (
        <span
          key={part.id}
          className={`ui-progress-${part.tone}`}
          style={{ width: `${percent(part.value)}%` }}
        />
      ))}
    </div>
  )
}
