import type { AppError } from '../../shared/errors.ts'
import { shellTexts } from '../../shared/messages/shell.ts'
import { timelineTexts } from '../../shared/messages/timeline.ts'
import { useImportRun } from '../import/import-run.tsx'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { useEntry } from '../shell/evidence-entry.tsx'
import { usePlace } from '../shell/place.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import type { OpenedView } from './view-rows.ts'

/** What lies over the list when there are no rows to show: why, and what can be done. */
export function ListMessage(props: {
  readonly opened: OpenedView | null
  readonly error: AppError | null
  readonly pagesFailed: boolean
  onRetry(): void
  onRetryPages(): void
  onClear(): void
}) {
  const { opened, error } = props
  const texts = useTexts(timelineTexts)
  if (error !== null) {
    return (
      <div className={opened === null ? 'tl-over' : 'tl-banner'}>
        <ErrorNote compact={opened !== null} error={error} onRetry={props.onRetry} />
      </div>
    )
  }
  if (opened === null) return null
  if (props.pagesFailed) {
    return (
      <div className="tl-banner" role="alert">
        {texts.pagesFailed}
        <Button size="small" onClick={props.onRetryPages}>
          {texts.tryAgain}
        </Button>
      </div>
    )
  }
  const { matched, total } = opened.view
  if (matched > 0) return null
  return (
    <div className="tl-over">
      {total === 0 ? (
        <EmptyCase />
      ) : (
        <EmptyState
          icon="search"
          title={texts.noMatch}
          action={<Button onClick={props.onClear}>{texts.clearFilter}</Button>}
        >
          {texts.noMatchHint(countText(total))}
        </EmptyState>
      )}
    </div>
  )
}

/** A case without sign-ins: nothing was read yet, or what was read holds none. */
function EmptyCase() {
  const texts = useTexts(timelineTexts)
  const shell = useTexts(shellTexts)
  const { summary, go } = usePlace()
  const entry = useEntry()
  const reading = useImportRun().state === 'running'
  if (summary.sources === 0 && !reading) {
    return (
      <EmptyState
        icon="timeline"
        title={texts.emptyCase}
        action={
          <Button icon="folder" onClick={entry.pickFolder}>
            {shell.addFolder}
          </Button>
        }
      >
        {texts.emptyCaseHint}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon="timeline"
      title={reading ? texts.noneYet : texts.noneFound}
      action={
        <Button icon="files" onClick={() => go('sources')}>
          {shell.sources}
        </Button>
      }
    >
      {reading ? texts.noneYetHint : texts.noneFoundHint(countText(summary.sources))}
    </EmptyState>
  )
}
