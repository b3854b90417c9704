import { useState } from 'react'
import type { AlarmSettings } from '../../shared/domain/alarm.ts'
import type { BlindSpot } from '../../shared/domain/known-patterns.ts'
import type { PatternPart } from '../../shared/domain/pattern.ts'
import { patternTexts } from '../../shared/messages/patterns.ts'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { useKept } from '../ui/use-kept.ts'
import { AlarmView } from './alarm-view.tsx'
import { Conditions } from './conditions.tsx'
import { MatchesList } from './matches-list.tsx'
import { RunNotes } from './run-notes.tsx'
import type { PatternRunState } from './use-pattern-run.ts'

/** The result: what to know of it, then its records or the alarm over them. */
export function ResultPane(props: {
  readonly state: PatternRunState
  readonly blindSpots: readonly BlindSpot[]
  readonly alarm: AlarmSettings
  onAlarm(alarm: AlarmSettings): void
}) {
  const { answered, running, forget } = props.state
  const texts = useTexts(patternTexts)
  const [view, setView] = useKept<'records' | 'alarm'>('pattern view', 'records')
  const [first, setFirst] = useState<number | null>(null)
  const [wantedPart, setPart] = useKept<PatternPart>('pattern part', 'matched')
  useShortcuts({ 1: () => setView('records'), 2: () => setView('alarm') })
  if (answered === null) {
    return (
      <div className="pat-empty">
        {!running && (
          <EmptyState icon="pattern" title={texts.noRun}>
            {texts.noRunHint}
          </EmptyState>
        )}
      </div>
    )
  }
  const { run, question } = answered
  const part = run.depended > 0 ? wantedPart : 'matched'
  return (
    <section className={running ? 'pat-result pat-result-old' : 'pat-result'} aria-label={texts.views}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must be able to reach it */}
      <section className="pat-known" tabIndex={0} aria-label={texts.conditions}>
        <Conditions run={run} />
        <RunNotes answered={answered} blindSpots={props.blindSpots} />
      </section>
      <header className="pat-result-head">
        <Segmented
          label={texts.views}
          value={view}
          options={[
            { value: 'records', label: texts.records },
            { value: 'alarm', label: texts.alarm },
          ]}
          onChange={setView}
        />
        {view === 'records' && run.depended > 0 && (
          <Segmented
            label={texts.part}
            size="small"
            value={part}
            options={[
              { value: 'matched', label: `${texts.partAll} ${countText(run.matched)}` },
              {
                value: 'depended',
                label: `${question.missing === 'satisfies' ? texts.partDepended : texts.partWould} ${countText(run.depended)}`,
              },
            ]}
            onChange={setPart}
          />
        )}
      </header>
      {view === 'records' ? (
        <MatchesList
          key={`${run.run} ${part}`}
          run={run}
          part={part}
          wanted={first}
          onShown={() => setFirst(null)}
          onRunLost={forget}
        />
      ) : (
        <AlarmView
          key={run.run}
          run={run}
          alarm={props.alarm}
          onAlarm={props.onAlarm}
          onRecords={({ firstEvent }) => {
            setPart('matched')
            setFirst(firstEvent)
            setView('records')
          }}
        />
      )}
    </section>
  )
}
