import type { ReactNode } from 'react'
import { Icon } from '../ui/icon.tsx'
import { Keys } from '../ui/keys.tsx'
import type { Item } from './items.ts'

/** One line: sign, name with what matched, what else is known, keys. */
export function PaletteItem(props: {
  readonly id: string
  readonly item: Item
  readonly isCurrent: boolean
  onChoose(): void
  onPoint(): void
}) {
  const { item, isCurrent } = props
  const keys = isCurrent && item.keys === undefined ? ['Enter'] : item.keys
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field keeps the focus and has the keys
    <div
      id={props.id}
      role="option"
      aria-selected={isCurrent}
      className="pal-item"
      onClick={props.onChoose}
      onMouseMove={isCurrent ? undefined : props.onPoint}
    >
      <Icon name={item.icon} />
      <span className="pal-label">{marked(item)}</span>
      {item.aside !== undefined && <small>{item.aside}</small>}
      {keys !== undefined && <Keys keys={keys} />}
    </div>
  )
}

function marked({ label, marks }: Pick<Item, 'label' | 'marks'>): ReactNode[] {
  const parts: ReactNode[] = []
  let from = 0
  for (const [start, end] of marks) {
    parts.push(label.slice(from, start), <mark key={start}>{label.slice(start, end)}</mark>)
    from = end
  }
  return [...parts, label.slice(from)]
}
