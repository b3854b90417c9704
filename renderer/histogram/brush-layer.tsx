import type { KeyboardEvent } from 'react'
import { histogramTexts } from '../../shared/messages/histogram.ts'
import { momentWords } from '../filter/token-words.ts'
import { useClocks, useLanguage, useTexts } from '../settings/settings.tsx'
import { BASE } from './bars.tsx'
import type { Plot } from './plot.ts'
import type { TimeSpan } from './shown-range.ts'
import type { Brush } from './use-brush.ts'

/** What lies over the bars: the cursor, the period in force with its two edges, and the one being marked. */
export function BrushLayer(props: {
  readonly plot: Plot
  readonly brush: Brush
  readonly selection: TimeSpan | null
  /** The bar of the cursor in words. */
  readonly words: string
  onHover(on: boolean): void
}) {
  const { plot, brush, selection } = props
  const texts = useTexts(histogramTexts)
  const shown = brush.pending ?? selection
  const clear = (event: KeyboardEvent) => {
    event.preventDefault()
    event.stopPropagation()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const by = { ArrowRight: 1, ArrowLeft: -1, PageDown: 10, PageUp: -10, Home: -1e6, End: 1e6 }[event.key]
    if (by !== undefined) brush.step(by, event.shiftKey)
    else if (event.key === 'Enter') brush.apply()
    else if (event.key !== 'Escape' || !brush.drop()) return
    clear(event)
  }
  const cursor = plot.bars[brush.at]
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer only marks; keys do the same on the cursor
    <div
      className="hist-brush"
      style={{ left: plot.left, width: plot.right - plot.left, height: BASE + 6 }}
      onPointerDown={brush.down}
      onPointerMove={brush.move}
      onPointerUp={brush.up}
      onPointerCancel={brush.drop}
      onPointerEnter={() => props.onHover(true)}
      onPointerLeave={() => props.onHover(false)}
      onDoubleClick={brush.apply}
    >
      {shown !== null && <Marked plot={plot} span={shown} pending={brush.pending !== null} />}
      {cursor !== undefined && (
        <div
          role="slider"
          tabIndex={0}
          className="hist-cursor"
          aria-label={texts.cursor}
          aria-valuemin={1}
          aria-valuemax={plot.bars.length}
          aria-valuenow={brush.at + 1}
          aria-valuetext={props.words}
          style={{
            left: plot.x(cursor.start) - plot.left,
            width: Math.max(2, plot.x(cursor.end) - plot.x(cursor.start)),
          }}
          onFocus={() => props.onHover(true)}
          onBlur={() => props.onHover(false)}
          onKeyDown={onKeyDown}
        />
      )}
      {selection !== null &&
        shown !== null &&
        (['from', 'to'] as const).map((edge) => (
          <Edge key={edge} edge={edge} plot={plot} span={shown} brush={brush} onKey={clear} />
        ))}
    </div>
  )
}

function Marked(props: { readonly plot: Plot; readonly span: TimeSpan; readonly pending: boolean }) {
  const { plot, span } = props
  const left = Math.max(0, plot.x(span.from) - plot.left)
  const right = Math.min(plot.right - plot.left, plot.x(span.to) - plot.left)
  if (right <= 0 || left >= plot.right - plot.left) return null
  // An end that lies beyond the picture has no line in it.
  const classes = [
    'hist-marked',
    props.pending ? 'hist-marked-pending' : '',
    span.from < plot.span.from ? 'hist-marked-on' : '',
    span.to > plot.span.to ? 'hist-marked-off' : '',
  ]
  return (
    <div className={classes.filter(Boolean).join(' ')} style={{ left, width: Math.max(2, right - left) }} />
  )
}

function Edge(props: {
  readonly edge: 'from' | 'to'
  readonly plot: Plot
  readonly span: TimeSpan
  readonly brush: Brush
  onKey(event: KeyboardEvent): void
}) {
  const { edge, plot, span, brush } = props
  const texts = useTexts(histogramTexts)
  const language = useLanguage()
  const { first } = useClocks()
  const at = span[edge]
  // An edge beyond the picture cannot be held.
  if (at < plot.span.from || at > plot.span.to) return null
  return (
    <div
      role="slider"
      tabIndex={0}
      className="hist-edge"
      style={{ left: plot.x(at) - plot.left }}
      aria-label={edge === 'from' ? texts.start : texts.end}
      aria-valuemin={plot.span.from}
      aria-valuemax={plot.span.to}
      aria-valuenow={at}
      aria-valuetext={momentWords(at, first, language)}
      onPointerDown={(event) => brush.grab(event, edge)}
      onDoubleClick={(event) => event.stopPropagation()}
      onBlur={() => {
        if (brush.pending !== null) brush.apply()
      }}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : null
        if (event.ctrlKey || event.metaKey || event.altKey) return
        if (step !== null) brush.stepEdge(edge, step)
        else if (event.key === 'Enter') {
          if (brush.pending !== null) brush.apply()
        } else if (event.key !== 'Escape' || !brush.drop()) return
        props.onKey(event)
      }}
    />
  )
}
