import { useEffect, useState } from 'react'
import type { SqlRow } from '../../../shared/domain/sql.ts'
import { sqlScreenTexts } from '../../../shared/messages/sql-screen.ts'
import { useTexts } from '../../settings/settings.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import type { SqlStore, Tab } from '../sql-store.ts'
import { useOpenEvent } from '../use-open-event.ts'
import { CellBar, useCopy } from './cell-bar.tsx'
import { ExportButtons } from './export-buttons.tsx'
import { ProblemNote } from './problem-note.tsx'
import { ResultBar } from './result-bar.tsx'
import { type Choice, ResultGrid } from './result-grid.tsx'
import { ResultNotes } from './result-notes.tsx'

/** What came of the last run of a tab. */
export function ResultPane(props: {
  readonly store: SqlStore
  readonly tab: Tab
  readonly signIns: number | null
  onGo(at: number): void
}) {
  const texts = useTexts(sqlScreenTexts)
  const { store, tab } = props
  const { result } = tab
  const [choice, setChoice] = useState<Choice | null>(null)
  const openEvent = useOpenEvent()
  const copy = useCopy()
  const run = result?.run ?? 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: another result has other cells
  useEffect(() => setChoice(null), [run, tab.id])

  if (result === null) {
    return (
      <EmptyState icon="sql" title={texts.start}>
        {texts.startText}
      </EmptyState>
    )
  }
  const { outcome, columns, rows } = result
  const problem = outcome?.problem ?? null
  const lost = store.lost(run)
  const rowAt = (index: number): SqlRow | undefined => store.row(run, index)
  const chosen = choice === null ? undefined : rowAt(choice.row)
  const event = chosen === undefined ? null : eventOf(columns, chosen)
  const open = (row: number) => {
    const cells = rowAt(row)
    const named = cells === undefined ? null : eventOf(columns, cells)
    if (named !== null) openEvent(named)
  }

  return (
    <>
      {problem === null && result.error === null && (
        <ResultBar result={result} signIns={props.signIns}>
          <ExportButtons sql={result.sql} ready={outcome !== null} />
        </ResultBar>
      )}
      {result.error !== null && <ErrorNote error={result.error} onRetry={() => void store.run()} />}
      {problem !== null && <ProblemNote sql={result.sql} problem={problem} onGo={props.onGo} />}
      {outcome !== null && problem === null && <ResultNotes outcome={outcome} />}
      {lost !== undefined && (
        <EmptyState icon="info" title={texts.expired}>
          {lost.message}
        </EmptyState>
      )}
      {lost === undefined && columns.length > 0 && (rows > 0 || problem === null) && (
        <div className="sql-result">
          {rows === 0 && outcome !== null ? (
            <EmptyState icon="sql" title={texts.empty}>
              {texts.emptyText}
            </EmptyState>
          ) : (
            <ResultGrid
              run={run}
              names={columns}
              rows={rows}
              choice={choice}
              rowAt={rowAt}
              onChoose={setChoice}
              onOpen={open}
              onCopy={() => choice !== null && copy(chosen?.[choice.column] ?? null)}
            />
          )}
        </div>
      )}
      {choice !== null && chosen !== undefined && (
        <CellBar
          column={columns[choice.column] ?? ''}
          value={chosen[choice.column] ?? null}
          onOpen={event === null ? null : () => openEvent(event)}
        />
      )}
    </>
  )
}

/** The event that a row names: by its number in the case, else by its event ID. */
function eventOf(
  columns: readonly string[],
  row: SqlRow,
): { readonly id: number } | { readonly eventId: string } | null {
  const cellOf = (name: RegExp) => row[columns.findIndex((column) => name.test(column))] ?? null
  const id = cellOf(/^sign_in_id$/i)
  if (typeof id === 'number') return { id }
  const eventId = cellOf(/^event_?id$/i)
  return typeof eventId === 'string' && eventId !== '' ? { eventId } : null
}
