import type { MouseEvent } from 'react'
import type { LineProps } from './row-block.tsx'

/** What every kind of line knows of itself. */
export interface LineState extends LineProps {
  readonly line: number
  readonly selected: boolean
  /** The one line that Tab reaches. */
  readonly reachable: boolean
  /** Among the rows that something will be done with. */
  readonly chosen: boolean
}

/** Attributes of a line of the grid. `kind` is its class, `index` that of its row. */
export function lineFrame(props: LineState, kind: string, index?: number) {
  const { line, selected, chosen } = props
  const classes = ['tl-row', kind, selected ? 'tl-cursor' : '', chosen ? 'tl-chosen' : '']
  return {
    className: classes.filter(Boolean).join(' '),
    'aria-rowindex': line + 2,
    'aria-selected': selected || chosen,
    'data-line': line,
    'data-index': index,
    tabIndex: props.reachable ? 0 : -1,
    // Shift and a click would also select the text between.
    onMouseDown: (event: MouseEvent) => {
      if (event.shiftKey) event.preventDefault()
    },
    onClick: (event: MouseEvent) => props.onSelect(line, event),
    onDoubleClick: () => props.onOpen(line),
  }
}
