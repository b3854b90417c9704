import type { ReactNode } from 'react'
import type { Burst } from '../../shared/domain/burst.ts'
import { type FocusWish, Inspector } from '../inspector/inspector.tsx'
import type { DetailState } from '../inspector/use-detail.ts'
import { BurstPane } from './burst-pane.tsx'
import type { Clocks } from './day-lines.ts'
import type { ListLines } from './use-list-lines.ts'
import type { Selection } from './use-selection.ts'
import type { Undo } from './use-undo.ts'

/** Beside the list: the selected event, or what is known of the selected burst. */
export function InspectorSide(props: {
  readonly selection: Selection
  readonly count: number
  readonly lines: ListLines
  /** The burst whose line is selected; null when an event is. */
  readonly burst: Burst | null
  readonly clocks: Clocks
  readonly detail: DetailState
  readonly undo: Undo
  readonly wish: FocusWish | null
  /** The handle by which the pane is made wider. */
  readonly children: ReactNode
  onGranted(): void
  onCopy(): void
  onClose(): void
  onLeave(): void
  onShow(id: number): void
  onOnly(burst: Burst): void
}) {
  const { selection, lines, burst, clocks } = props
  if (burst !== null) {
    return (
      <BurstPane
        burst={burst}
        clocks={clocks}
        onShow={props.onShow}
        onOnly={() => props.onOnly(burst)}
        onClose={props.onClose}
        onLeave={props.onLeave}
      >
        {props.children}
      </BurstPane>
    )
  }
  return (
    <Inspector
      row={selection.row}
      index={selection.index}
      count={props.count}
      state={props.detail}
      clocks={clocks}
      undo={props.undo}
      wish={props.wish}
      onGranted={props.onGranted}
      onStep={(step) => lines.line !== null && lines.select(lines.line + step)}
      onCopy={props.onCopy}
      onClose={props.onClose}
      onLeave={props.onLeave}
      onShow={props.onShow}
    >
      {props.children}
    </Inspector>
  )
}
