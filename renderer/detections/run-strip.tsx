import type { DetectionState } from '../../shared/domain/finding.ts'
import { detectionTexts } from '../../shared/messages/detections.ts'
import { useTexts } from '../settings/settings.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Icon } from '../ui/icon.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import type { DetectionsRun } from './detections-run.tsx'

/** The run that goes on, why the last one failed, or why findings are out of date. */
export function RunStrip(props: { readonly run: DetectionsRun; readonly state: DetectionState }) {
  const { run, state } = props
  const texts = useTexts(detectionTexts)
  if (run.running) {
    const { done, total } = run.progress ?? { done: 0, total: state.run?.signIns ?? 0 }
    return (
      <div className="det-strip" role="status">
        <span>{texts.running(done, total)}</span>
        <ProgressBar
          label={texts.detections}
          text={texts.running(done, total)}
          total={total}
          parts={[{ id: 'done', tone: 'accent', value: done }]}
        />
        <Button size="small" icon="stop" onClick={run.stop}>
          {texts.stop}
        </Button>
      </div>
    )
  }
  if (run.error !== null) return <ErrorNote compact error={run.error} onRetry={run.start} />
  if (state.outdated.length === 0) return null
  return (
    <div className="det-strip det-strip-old" role="status">
      <Icon name="warning" tone="warn" />
      <span>
        <b>{texts.outdated}</b> {state.outdated.map((why) => texts.outdatedBy[why]).join(' ')}
      </span>
      <Button size="small" onClick={run.start}>
        {texts.runAgain}
      </Button>
    </div>
  )
}
