import { patternTexts } from '../../shared/messages/patterns.ts'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { Button } from '../ui/button.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import type { PatternRunState } from './use-pattern-run.ts'

/** How far a run is, or what it found and whether that still holds. */
export function RunLine(props: {
  readonly state: PatternRunState
  /** Whether the result is that of the pattern and the switch as they stand now. */
  readonly same: boolean
  onAgain(): void
}) {
  const { state, same } = props
  const texts = useTexts(patternTexts)
  const { answered, progress } = state
  if (state.running) {
    const [done, total] = [progress?.done ?? 0, progress?.total ?? 0]
    const said = texts.searching(countText(done), countText(total), countText(progress?.matched ?? 0))
    return (
      <div className="pat-run-line">
        <ProgressBar
          label={texts.searchingLabel}
          text={said}
          total={total}
          parts={[{ id: 'done', value: done, tone: 'accent' }]}
        />
        <span className="tabular">{progress === null ? texts.searchingLabel : said}</span>
      </div>
    )
  }
  if (answered === null) return state.stopped ? <p className="pat-quiet">{texts.stoppedEmpty}</p> : null
  const { matched, records } = answered.run
  return (
    <div className="pat-run-line" role="status">
      <b className="tabular">{texts.matched(countText(matched), countText(records))}</b>
      <span className="pat-aside">{texts.over}</span>
      {(state.stopped || !same || state.outdated) && (
        <span className="pat-stale">
          {state.stopped ? texts.stopped : texts.stale}
          <Button look="link" size="small" onClick={props.onAgain}>
            {texts.again}
          </Button>
        </span>
      )}
    </div>
  )
}
