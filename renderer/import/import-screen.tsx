import './import.css'
import { importTexts } from '../../shared/messages/import.ts'
import { useTexts } from '../settings/settings.tsx'
import { usePlace } from '../shell/place.tsx'
import { StatusKeys, StatusLine } from '../shell/status-bar.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { KeyHint } from '../ui/keys.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { visibleText } from '../ui/visible-text.ts'
import { CaseFilesHead } from './case-files-head.tsx'
import { useImportRun } from './import-run.tsx'
import { lastName } from './last-name.ts'
import { Ledger } from './ledger.tsx'
import { NewestRows } from './newest-rows.tsx'
import { ResultHead } from './result-head.tsx'
import { RunHead } from './run-head.tsx'
import { Sums } from './sums.tsx'

/** Reading evidence, its result, and the ledger of all files of the case. */
export function ImportScreen() {
  const texts = useTexts(importTexts)
  const run = useImportRun()
  const place = usePlace()
  const running = run.state === 'running'
  const { paused } = run
  useShortcuts({ ' ': () => run.pause(!paused) }, running)
  const sums = run.outcome?.sums ?? run.progress?.sums ?? null

  return (
    <div className="import">
      <section className="import-main" data-region="import" aria-label={texts.sources}>
        {running && <RunHead />}
        {run.outcome !== null && <ResultHead outcome={run.outcome} />}
        {run.state === 'failed' && run.error !== null && (
          <>
            <div className="import-head">
              <h1>{texts.failed}</h1>
            </div>
            <ErrorNote error={run.error} onRetry={() => run.start(run.paths)} />
          </>
        )}
        {run.state === 'idle' && <CaseFilesHead />}
        {sums !== null && <Sums sums={sums} stopped={run.outcome?.stopped === true} />}
        <Ledger live={running} expected={sums === null ? 0 : sums.found - sums.waiting} />
      </section>
      <NewestRows
        live={running}
        expected={sums === null ? 0 : sums.indexed + sums.conflicts}
        leads={run.outcome === null}
        onOpen={() => place.go('timeline')}
      />
      {running && (
        <>
          <StatusLine>
            {run.progress?.current == null ? texts.finding : visibleText(lastName(run.progress.current))}
          </StatusLine>
          <StatusKeys>
            <KeyHint keys={['Space']}>{paused ? texts.resume : texts.pauseKey}</KeyHint>
          </StatusKeys>
        </>
      )}
    </div>
  )
}
