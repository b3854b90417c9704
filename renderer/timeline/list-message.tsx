import type { AppError } from '../../shared/errors.ts'
import { timelineTexts } from '../../shared/messages/timeline.ts'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
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
        <EmptyState icon="timeline" title={texts.emptyCase}>
          {texts.emptyCaseHint}
        </EmptyState>
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
