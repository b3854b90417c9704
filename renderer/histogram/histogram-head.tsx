import type { Histogram } from '../../shared/domain/query.ts'
import { histogramTexts } from '../../shared/messages/histogram.ts'
import { outcomeWords } from '../../shared/messages/words.ts'
import { countText } from '../settings/numbers.ts'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { IconButton } from '../ui/button.tsx'
import { Segmented } from '../ui/segmented.tsx'
import type { Scale } from './bar-heights.ts'
import { RANGE_NAMES, type RangeName } from './shown-range.ts'

/** What is drawn, in words and sums, and the choices of scale and time. */
export function HistogramHead(props: {
  readonly data: Histogram | undefined
  /** The bar under the mouse or the cursor in words; in place of the sums. */
  readonly readout: string | null
  readonly scale: Scale
  readonly range: RangeName
  readonly canSelect: boolean
  onScale(scale: Scale): void
  onRange(range: RangeName): void
  onMove: ((step: 1 | -1) => void) | null
}) {
  const { data } = props
  const texts = useTexts(histogramTexts)
  const words = outcomeWords[useLanguage()]
  const sum = (name: 'failure' | 'success' | 'notStated') =>
    (data?.bars ?? []).reduce((all, bar) => all + bar[name], 0)
  const notStated = sum('notStated')
  const names: Readonly<Record<RangeName, string>> = {
    whole: texts.whole,
    week: texts.week,
    hours: texts.hours,
    selection: texts.selection,
  }
  return (
    <div className="hist-head">
      <div className="hist-words">
        {data !== undefined && <h2>{texts.title[data.width]}</h2>}
        {props.readout !== null && <span className="hist-readout">{props.readout}</span>}
        {data !== undefined && props.readout === null && (
          <span className="hist-legend">
            <span>
              <i className="hist-key-failure" /> {words.failure} <b>{countText(sum('failure'))}</b>
            </span>
            <span>
              <i className="hist-key-success" /> {words.success} <b>{countText(sum('success'))}</b>
            </span>
            {notStated > 0 && (
              <span>
                <i className="hist-key-not-stated" /> {words['not-stated']} <b>{countText(notStated)}</b>
              </span>
            )}
            <span className="hist-extra">
              <i className="hist-key-total" /> {texts.all}
            </span>
            {data.withoutTime.matched > 0 && (
              <span className="hist-extra">{texts.withoutTime(countText(data.withoutTime.matched))}</span>
            )}
          </span>
        )}
      </div>
      <Segmented
        label={texts.scale}
        value={props.scale}
        size="small"
        options={[
          { value: 'square-root', label: texts.squareRoot },
          { value: 'linear', label: texts.linear },
        ]}
        onChange={props.onScale}
      />
      {props.onMove !== null && (
        <span className="hist-move">
          <IconButton
            icon="chevron-left"
            size={13}
            label={texts.earlier}
            onClick={() => props.onMove?.(-1)}
          />
          <IconButton icon="chevron-right" size={13} label={texts.later} onClick={() => props.onMove?.(1)} />
        </span>
      )}
      <Segmented
        label={texts.range}
        value={props.range}
        size="small"
        options={RANGE_NAMES.filter((name) => name !== 'selection' || props.canSelect).map((name) => ({
          value: name,
          label: names[name],
        }))}
        onChange={props.onRange}
      />
    </div>
  )
}
