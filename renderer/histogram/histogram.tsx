import './histogram.css'
import { memo, useEffect, useRef, useState } from 'react'
import type { SignInFilter } from '../../shared/domain/filter.ts'
import type { HistogramBar } from '../../shared/domain/query.ts'
import type { EpochSeconds } from '../../shared/domain/units.ts'
import { histogramTexts } from '../../shared/messages/histogram.ts'
import { momentWords, periodWords } from '../filter/token-words.ts'
import { useRoom } from '../report/use-room.ts'
import { countText } from '../settings/numbers.ts'
import { useClocks, useLanguage, useTexts } from '../settings/settings.tsx'
import { usePlace } from '../shell/place.tsx'
import { clockLabel } from '../timeline/clock-text.tsx'
import type { OpenedView } from '../timeline/view-rows.ts'
import { Button } from '../ui/button.tsx'
import { useKept } from '../ui/use-kept.ts'
import type { Scale } from './bar-heights.ts'
import { BASE, Bars, SIGNS } from './bars.tsx'
import { BrushLayer } from './brush-layer.tsx'
import { HistogramHead } from './histogram-head.tsx'
import { plotOf } from './plot.ts'
import { moved, type RangeName, rangeAround, type ShownRange, type TimeSpan, WHOLE } from './shown-range.ts'
import { TimeAxis } from './time-axis.tsx'
import { useBrush } from './use-brush.ts'
import { useHistogram } from './use-histogram.ts'

const AXIS = 34
const RIGHT = 14

/** How many sign-ins when, by outcome, over the whole case faint beneath; a period is chosen on it. */
export const Histogram = memo(function Histogram(props: {
  readonly filter: SignInFilter
  readonly opened: OpenedView | null
  /** The time of the selected event. */
  readonly selected: EpochSeconds | null
  onPeriod(span: TimeSpan): void
}) {
  const { filter, selected } = props
  const { summary } = usePlace()
  const texts = useTexts(histogramTexts)
  const language = useLanguage()
  const { first, second } = useClocks()
  const box = useRef<HTMLDivElement>(null)
  const width = Math.max(useRoom(box)?.width ?? 0, 320)
  const [scale, setScale] = useKept<Scale>('histogram scale', 'square-root')
  const [range, setRange] = useKept<ShownRange>(`histogram range ${summary.path}`, WHOLE)
  const [hovered, setHovered] = useState(false)
  const { data, error, loading, slow, refetch } = useHistogram(filter, range, width, props.opened)

  const zones = [first, ...(second === null ? [] : [second])].map((zone) => clockLabel(zone, language).length)
  const left = Math.min(96, Math.max(40, Math.max(...zones) * (language === 'ja' ? 9 : 6) + 14))
  const plot = plotOf(data?.bars ?? [], left, width - RIGHT)
  const whole: TimeSpan | null =
    summary.firstTime === null || summary.lastTime === null
      ? null
      : { from: summary.firstTime, to: summary.lastTime + 1 }
  const selection = selectionOf(filter, whole ?? plot?.span ?? null)
  const brush = useBrush(plot, selection, props.onPeriod)

  // Without a period there is no selection to show.
  useEffect(() => {
    if (selection === null && range.name === 'selection') setRange(WHOLE)
  }, [selection, range, setRange])

  const choose = (name: RangeName) => {
    const middle = selection === null ? null : (selection.from + selection.to) / 2
    const shown = props.opened?.view.lastTime ?? null
    setRange(rangeAround(name, middle ?? selected ?? shown ?? summary.lastTime, selection, whole))
  }
  const inWords = (bar: HistogramBar) =>
    texts.bar(
      periodWords({ from: bar.start, to: bar.end }, first, language),
      countText(bar.failure),
      countText(bar.success),
      countText(bar.notStated),
      countText(bar.total),
    )
  const bar = plot?.bars[brush.at]
  const words = bar === undefined ? '' : inWords(bar)
  return (
    <section
      className="hist"
      aria-label={data === undefined ? texts.range : texts.title[data.width]}
      data-region="histogram"
    >
      <HistogramHead
        data={data}
        readout={hovered && bar !== undefined ? words : null}
        scale={scale}
        range={range.name}
        canSelect={selection !== null}
        onScale={setScale}
        onRange={choose}
        onMove={range.span === null ? null : (step) => setRange(moved(range, step, whole))}
      />
      <div ref={box} className={loading && slow ? 'hist-plot hist-plot-busy' : 'hist-plot'}>
        {plot !== null && (
          <>
            <svg
              role="img"
              width={width}
              height={BASE + AXIS}
              aria-label={texts.chart(
                data === undefined ? '' : texts.title[data.width],
                momentWords(plot.span.from, first, language),
                momentWords(plot.span.to, first, language),
              )}
            >
              <Bars plot={plot} scale={scale} />
              <TimeAxis plot={plot} />
              {selected !== null && selected >= plot.span.from && selected < plot.span.to && (
                <EventSign x={Math.round(plot.x(selected))} />
              )}
            </svg>
            <BrushLayer plot={plot} brush={brush} selection={selection} words={words} onHover={setHovered} />
            {plot.bars.every((one) => one.success + one.failure + one.notStated === 0) && (
              <p className="hist-none" style={{ left, right: RIGHT }}>
                {texts.none}
              </p>
            )}
          </>
        )}
        {plot === null && data !== undefined && <p className="hist-none">{texts.none}</p>}
        {error !== undefined && error.code !== 'query-unreadable' && (
          <p className="hist-none">
            {texts.failedToLoad}{' '}
            <Button look="link" size="small" onClick={refetch}>
              {texts.tryAgain}
            </Button>
          </p>
        )}
      </div>
    </section>
  )
})

/** The selected event: a sign above the bars and a line through them. */
function EventSign({ x }: { readonly x: number }) {
  return (
    <g className="hist-event">
      <line x1={x + 0.5} x2={x + 0.5} y1={SIGNS - 3} y2={BASE + 5} />
      <path d={`M${x + 0.5},${SIGNS - 1}l-4.5,-5l4.5,-5l4.5,5z`} />
    </g>
  )
}

/** The period of the filter; an open end is that of the case. */
function selectionOf(filter: SignInFilter, whole: TimeSpan | null): TimeSpan | null {
  if (filter.from === null && filter.to === null) return null
  const from = filter.from ?? whole?.from ?? null
  const to = filter.to ?? whole?.to ?? null
  return from === null || to === null || to <= from ? null : { from, to }
}
