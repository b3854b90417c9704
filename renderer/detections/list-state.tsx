import type { DetectionState } from '../../shared/domain/finding.ts'
import { detectionTexts } from '../../shared/messages/detections.ts'
import { useTexts } from '../settings/settings.tsx'
import { usePlace } from '../shell/place.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import type { DetectionsRun } from './detections-run.tsx'

/** Why the list is empty: nothing to ask, not asked yet, nothing found, or nothing that passes the filter. */
export function ListState(props: {
  readonly state: DetectionState
  readonly run: DetectionsRun
  readonly filtered: boolean
  onClear(): void
}) {
  const { state, run } = props
  const texts = useTexts(detectionTexts)
  const { signIns } = usePlace().summary
  const all = state.open + state.accepted + state.dismissed + state.hints
  if (run.running) return null
  if (all > 0 && props.filtered) {
    return (
      <EmptyState
        icon="filter"
        title={texts.noneMatch}
        action={<Button onClick={props.onClear}>{texts.clearFilters}</Button>}
      >
        {texts.noneMatchHint(all)}
      </EmptyState>
    )
  }
  if (signIns === 0) {
    return (
      <EmptyState icon="severity-open" title={texts.noSignIns}>
        {texts.noSignInsHint}
      </EmptyState>
    )
  }
  if (state.run === null) {
    return (
      <EmptyState
        icon="severity-open"
        title={texts.never}
        action={
          <Button look="primary" onClick={run.start}>
            {texts.run}
          </Button>
        }
      >
        {texts.neverHint(state.rules)}
      </EmptyState>
    )
  }
  return (
    <EmptyState icon="check" title={texts.nothingFound(state.rules)}>
      {texts.nothingFoundHint(state.run.signIns)}
    </EmptyState>
  )
}
