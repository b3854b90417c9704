import type { Burst } from '../../shared/domain/burst.ts'
import { inspectorTexts } from '../../shared/messages/inspector.ts'
import { ResizeHandle } from '../inspector/resize-handle.tsx'
import type { DetailState } from '../inspector/use-detail.ts'
import { useTexts } from '../settings/settings.tsx'
import type { Clocks } from './day-lines.ts'
import { InspectorSide } from './inspector-side.tsx'
import type { FilterChanges } from './use-filter-changes.ts'
import type { InspectorPane as PaneState } from './use-inspector-pane.ts'
import type { ListLines } from './use-list-lines.ts'
import { INSPECTOR, type PaneWidths } from './use-pane-widths.ts'
import type { Selection } from './use-selection.ts'
import type { Undo } from './use-undo.ts'

/** On the right, beside the list or over it: one event with its record, its source and its notes, or a burst. */
export function InspectorPane(props: {
  readonly pane: PaneState
  readonly panes: PaneWidths
  readonly selection: Selection
  readonly count: number
  readonly lines: ListLines
  readonly burst: Burst | null
  readonly clocks: Clocks
  readonly detail: DetailState
  readonly undo: Undo
  readonly filters: FilterChanges
  onCopy(): void
  onShow(id: number): void
}) {
  const texts = useTexts(inspectorTexts)
  const { pane, panes, filters } = props
  if (!pane.shown) return null
  return (
    <div className={panes.overlay ? 'tl-side tl-side-over' : 'tl-side'} style={{ width: panes.inspector }}>
      <InspectorSide
        selection={props.selection}
        count={props.count}
        lines={props.lines}
        burst={props.burst}
        clocks={props.clocks}
        detail={props.detail}
        undo={props.undo}
        wish={pane.wish}
        onGranted={pane.granted}
        onCopy={props.onCopy}
        onClose={pane.close}
        onLeave={pane.leave}
        onShow={props.onShow}
        onOnly={filters.onlyBurst}
      >
        <ResizeHandle
          label={texts.resize}
          width={panes.inspector}
          min={INSPECTOR.min}
          max={INSPECTOR.max}
          side="left"
          onChange={panes.setInspector}
        />
      </InspectorSide>
    </div>
  )
}
