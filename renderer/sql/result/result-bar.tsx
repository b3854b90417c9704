import { type ReactNode, useEffect, useState } from 'react'
import { sqlEndTexts } from '../../../shared/messages/sql-problems.ts'
import { sqlScreenTexts } from '../../../shared/messages/sql-screen.ts'
import { countText } from '../../settings/numbers.ts'
import { useTexts } from '../../settings/settings.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { Result } from '../sql-store.ts'

/** How many rows, how long it took, how it ended; while it runs, the time that passes. */
export function ResultBar(props: {
  readonly result: Result
  readonly signIns: number | null
  readonly children: ReactNode
}) {
  const texts = useTexts(sqlScreenTexts)
  const ends = useTexts(sqlEndTexts)
  const { result, signIns } = props
  const { outcome } = result
  const running = outcome === null && result.error === null
  const cut = outcome !== null && outcome.ended !== 'done' && outcome.ended !== 'failed'
  return (
    <div className="sql-bar">
      <span className="sql-bar-facts" role="status">
        {running ? (
          <>
            <b>{texts.running}</b>
            <Elapsed began={result.began} />
            {result.rows > 0 && <span>{texts.rowsSoFar(countText(result.rows))}</span>}
          </>
        ) : (
          outcome !== null && (
            <>
              <b>{texts.rows(countText(outcome.rows))}</b>
              <span>{texts.ms(countText(outcome.milliseconds))}</span>
              {cut && (
                <span className="sql-bar-cut">
                  <Icon name="warning" size={12} tone="warn" />
                  {ends[outcome.ended]}
                </span>
              )}
              {signIns !== null && !cut && <span>{texts.inCase(countText(signIns))}</span>}
            </>
          )
        )}
      </span>
      {props.children}
    </div>
  )
}

function Elapsed(props: { readonly began: number }) {
  const texts = useTexts(sqlScreenTexts)
  const [now, setNow] = useState(() => performance.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 100)
    return () => clearInterval(timer)
  }, [])
  return <span aria-hidden="true">{texts.seconds((Math.max(0, now - props.began) / 1000).toFixed(1))}</span>
}
