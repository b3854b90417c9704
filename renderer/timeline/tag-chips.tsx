import type { Tag } from '../../shared/domain/mark.ts'
import { visibleText } from '../ui/visible-text.ts'

/** Tags of an event: the first by name, then how many more; all of them in the tooltip. */
export function TagChips(props: { readonly tags: readonly Tag[] }) {
  const [first, ...others] = props.tags
  if (first === undefined) return null
  return (
    <span className="tl-tags" title={visibleText(props.tags.map(({ name }) => name).join(', '))}>
      <TagChip tag={first} />
      {others.length > 0 && <small>+{others.length}</small>}
    </span>
  )
}

/** One tag: its word on its colour. */
export function TagChip(props: { readonly tag: Pick<Tag, 'name' | 'color'> }) {
  return <span className={`tag-chip tag-${props.tag.color}`}>{visibleText(props.tag.name)}</span>
}
