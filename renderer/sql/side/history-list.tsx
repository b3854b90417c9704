import { useEffect } from 'react'
import { readClock } from '../../../shared/domain/time.ts'
import { sqlScreenTexts } from '../../../shared/messages/sql-screen.ts'
import { useCall } from '../../backend.tsx'
import { countText } from '../../settings/numbers.ts'
import { useClocks, useTexts } from '../../settings/settings.tsx'
import { Icon } from '../../ui/icon.tsx'
import { beginning, visibleText } from '../../ui/visible-text.ts'
import type { SqlStore } from '../sql-store.ts'

/** What was run in this case, newest first. Opens in a tab of its own. */
export function HistoryList(props: { readonly store: SqlStore }) {
  const texts = useTexts(sqlScreenTexts)
  const { first } = useClocks()
  const { store } = props
  const finished = store.state().tabs.map((tab) => tab.result?.outcome?.run ?? 0)
  const newest = Math.max(...finished)
  const { data, refetch } = useCall('sql.history', { offset: 0, limit: 200 })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a run that has ended is a new line
  useEffect(() => refetch(), [newest, refetch])
  if (data?.length === 0) return <p className="sql-side-note">{texts.noHistory}</p>
  return (
    <ul className="sql-queries">
      {(data ?? []).map((run) => {
        const { date, time } = readClock(Math.floor(run.at / 1000), first)
        const text = visibleText(beginning(run.sql.replaceAll(/\s+/g, ' '), 120))
        return (
          <li key={run.id}>
            <button
              type="button"
              className="sql-query sql-run"
              title={visibleText(beginning(run.sql, 2000))}
              onClick={() => store.open(null, run.sql)}
            >
              <Icon
                name={
                  run.ended === 'done' ? 'waiting' : run.ended === 'failed' ? 'outcome-failure' : 'warning'
                }
                tone="mute"
              />
              <span>{text}</span>
              <small>
                {date} {time} · {texts.rows(countText(run.rows ?? 0))}
              </small>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
