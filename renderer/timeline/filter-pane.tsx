import { filterTexts } from '../../shared/messages/filter.ts'
import { FilterRail } from '../filter/filter-rail.tsx'
import { ResizeHandle } from '../inspector/resize-handle.tsx'
import { useTexts } from '../settings/settings.tsx'
import type { FilterChanges } from './use-filter-changes.ts'
import { type PaneWidths, RAIL } from './use-pane-widths.ts'
import type { OpenedView } from './view-rows.ts'

/** On the left, unless folded: what there is to filter by. */
export function FilterPane(props: {
  readonly panes: PaneWidths
  readonly filters: FilterChanges
  readonly opened: OpenedView | null
}) {
  const texts = useTexts(filterTexts)
  const { panes, filters } = props
  if (panes.railFolded) return null
  return (
    <div className="tl-side" style={{ width: panes.rail }}>
      <FilterRail filter={filters.filter} opened={props.opened} onToggle={filters.toggle}>
        <ResizeHandle
          label={texts.resize}
          width={panes.rail}
          min={RAIL.min}
          max={RAIL.max}
          side="right"
          onChange={panes.setRail}
        />
      </FilterRail>
    </div>
  )
}
