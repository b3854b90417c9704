import { useState } from 'react'
import type { AlarmReplay, AlarmSettings, AlarmTransition } from '../../shared/domain/alarm.ts'
import type { PatternRun } from '../../shared/domain/pattern.ts'
import { alarmTexts } from '../../shared/messages/alarm.ts'
import { patternTexts } from '../../shared/messages/patterns.ts'
import { useCall } from '../backend.tsx'
import { countText } from '../settings/numbers.ts'
import { useClocks, useLanguage, useTexts } from '../settings/settings.tsx'
import { usePlace } from '../shell/place.tsx'
import { clockInWords } from '../timeline/clock-text.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Icon } from '../ui/icon.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { useToast } from '../ui/toast.tsx'
import { AlarmChart } from './alarm-chart.tsx'
import { AlarmForm } from './alarm-form.tsx'
import { RANGES, type RangeName, rangeAround, type TimeRange, wholeRange } from './chart-range.ts'
import { ChartTable } from './chart-table.tsx'
import { partsOf } from './lasted.ts'
import { Transitions } from './transitions.tsx'

/** The alarm over the matches: its settings, what it would have done on a chart and as a list. */
export function AlarmView(props: {
  readonly run: PatternRun
  readonly alarm: AlarmSettings
  onAlarm(alarm: AlarmSettings): void
  onRecords(change: AlarmTransition): void
}) {
  const { run, alarm } = props
  const replay = useCall('pattern.replay', { run: run.run, alarm })
  return (
    <div className="pat-alarm" data-region="alarm">
      <AlarmForm alarm={alarm} onChange={props.onAlarm} />
      {replay.error !== undefined && <ErrorNote error={replay.error} onRetry={replay.refetch} />}
      {replay.data === undefined
        ? replay.slow && <SkeletonRows rows={6} />
        : replay.error === undefined && (
            <Replayed run={run} alarm={alarm} replay={replay.data} onRecords={props.onRecords} />
          )}
    </div>
  )
}

interface ReplayedProps {
  readonly run: PatternRun
  readonly alarm: AlarmSettings
  readonly replay: AlarmReplay
}

function Replayed({
  run,
  alarm,
  replay,
  onRecords,
}: ReplayedProps & { onRecords(change: AlarmTransition): void }) {
  const texts = useTexts(patternTexts)
  const words = useTexts(alarmTexts)
  const place = usePlace()
  const toast = useToast()
  const [name, setName] = useState<RangeName>(replay.transitions.length > 0 ? 'short' : 'all')
  const [moment, setMoment] = useState<number | null>(null)
  const whole = wholeRange(run, replay, alarm.period)
  const firstAlarm = replay.transitions.find(({ to }) => to === 'ALARM')?.at ?? replay.transitions[0]?.at
  const centre = moment ?? firstAlarm ?? whole?.from ?? 0

  const show = ({ at }: AlarmTransition) => {
    const before = place.filter
    const span = alarm.period * alarm.evaluationPeriods
    place.setFilter({ ...before, from: at - span, to: at })
    place.go('timeline')
    toast({
      tone: 'info',
      text: texts.filterSet,
      action: { label: texts.undo, run: () => place.setFilter(before) },
    })
  }
  const facts = [
    texts.initial(words.states[replay.initial]),
    texts.changes(countText(replay.transitionCount)),
    ...(replay.alarmMinutes > 0 ? [texts.inAlarm(texts.lasted(...partsOf(replay.alarmMinutes)))] : []),
  ]
  return (
    <>
      <p className="pat-facts">{facts.join(' · ')}</p>
      {whole !== null && (
        <ChartPart
          run={run}
          alarm={alarm}
          replay={replay}
          name={name}
          range={rangeAround(name, centre, whole)}
          whole={whole}
          onName={setName}
          onMoment={setMoment}
        />
      )}
      <div className="pat-behind">
        <div>
          <Transitions
            replay={replay}
            chosen={moment}
            onChoose={(at) => {
              setMoment(at)
              if (name === 'all') setName('short')
            }}
            onShow={show}
            onRecords={onRecords}
          />
        </div>
        <aside className="pat-replay-note">
          <Icon name="info" size={14} tone="accent" />
          <p>
            {words.replayNote} {words.startNote}
          </p>
        </aside>
      </div>
    </>
  )
}

function ChartPart(
  props: ReplayedProps & {
    readonly name: RangeName
    readonly range: TimeRange
    readonly whole: TimeRange
    onName(name: RangeName): void
    onMoment(moment: number): void
  },
) {
  const { run, alarm, replay, name, range, whole } = props
  const texts = useTexts(patternTexts)
  const language = useLanguage()
  const { first } = useClocks()
  const [table, setTable] = useState(false)
  const { data } = useCall('pattern.chart', { run: run.run, alarm, ...range, columns: 480 })
  const length = range.to - range.from
  const step = (direction: 1 | -1) => props.onMoment(range.from + length / 3 + (direction * length) / 2)
  const labels = { all: texts.rangeAll, day: texts.rangeDay, short: texts.rangeShort }
  const width = data === undefined ? 1 : data.width / 60
  const sign = alarm.comparison.replace('>=', '≥').replace('<=', '≤')
  return (
    <section>
      <header className="pat-chart-head">
        <span className="pat-legend pat-legend-sum">
          {texts.legendSum(texts.periodOf(alarm.period / 60))}
        </span>
        <span className="pat-legend pat-legend-matches">{texts.legendMatches(texts.periodOf(width))}</span>
        <span className="pat-legend pat-legend-threshold">
          {texts.legendThreshold(`${sign} ${countText(alarm.threshold)}`)}
        </span>
        <span className="pat-legend pat-legend-alarm">{texts.legendAlarm}</span>
        <span className="pat-chart-controls">
          <Button look="link" size="small" onClick={() => setTable(!table)}>
            {table ? texts.asChart : texts.asTable}
          </Button>
          <IconButton
            icon="chevron-left"
            label={texts.earlier}
            disabled={range.from <= whole.from}
            onClick={() => step(-1)}
          />
          <Segmented
            label={texts.range}
            size="small"
            value={name}
            options={RANGES.map((value) => ({ value, label: labels[value] }))}
            onChange={props.onName}
          />
          <IconButton
            icon="chevron-right"
            label={texts.later}
            disabled={range.to >= whole.to}
            onClick={() => step(1)}
          />
        </span>
      </header>
      {data !== undefined &&
        (table ? (
          <ChartTable chart={data} />
        ) : (
          <AlarmChart
            chart={data}
            alarm={alarm}
            replay={replay}
            alarmWord={texts.legendAlarm}
            label={texts.chartLabel(
              clockInWords(data.from, first, language),
              clockInWords(data.from + data.width * data.columns.length, first, language),
              countText(data.columns.reduce((sum, column) => sum + column.matches, 0)),
              texts.changes(countText(replay.transitionCount)),
            )}
          />
        ))}
    </section>
  )
}
