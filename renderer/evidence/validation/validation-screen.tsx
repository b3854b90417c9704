import { useEffect, useState } from 'react'
import { validationTexts } from '../../../shared/messages/validation-screen.ts'
import { useImportRun } from '../../import/import-run.tsx'
import { countText } from '../../settings/numbers.ts'
import { useTexts } from '../../settings/settings.tsx'
import { usePlace } from '../../shell/place.tsx'
import { StatusKeys } from '../../shell/status-bar.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Icon } from '../../ui/icon.tsx'
import { KeyHint } from '../../ui/keys.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { useShortcuts } from '../../ui/shortcuts.ts'
import { EvidenceFrame } from '../evidence-frame.tsx'
import { useEvidenceRuns } from '../evidence-runs.tsx'
import { AskForDigests } from './ask-for-digests.tsx'
import { CheckList } from './check-list.tsx'
import { RunSummary } from './run-summary.tsx'
import { VerifyDialog } from './verify-dialog.tsx'

/** Validation of the log files with the digest files of the import. */
export function ValidationScreen() {
  const texts = useTexts(validationTexts)
  const { summary } = usePlace()
  const importing = useImportRun().state === 'running'
  const runs = useEvidenceRuns()
  const { last, running, wantCoverage } = runs
  const [asking, setAsking] = useState(false)
  useEffect(() => wantCoverage(), [wantCoverage])
  const cannot = running || importing || summary.sources === 0
  useShortcuts({
    v: () => {
      if (!cannot) setAsking(true)
    },
  })
  const hasNoDigests =
    last === null
      ? runs.coverage.data?.digestFiles === 0
      : last !== undefined && Object.values(last.summary.digests).every((count) => count === 0)
  const isIdle = last === null && !running
  return (
    <EvidenceFrame
      actions={
        last != null && (
          <Button size="small" icon="mfa-used" keys={['v']} disabled={cannot} onClick={() => setAsking(true)}>
            {texts.runAgain}
          </Button>
        )
      }
    >
      <div className={last == null ? 'evd-validation evd-alone' : 'evd-validation'}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it */}
        <main className="evd-left" data-region="validation" tabIndex={0}>
          <h1>{texts.title}</h1>
          {runs.error !== null && <ErrorNote error={runs.error} onRetry={() => setAsking(true)} />}
          {running && <Running />}
          {last?.outdated === true && (
            <p className="evd-outdated">
              <Icon name="warning" size={14} tone="warn" />
              {texts.outdated}
            </p>
          )}
          {isIdle && (
            <section className="evd-never">
              <h2>{texts.never}</h2>
              <p>{summary.sources === 0 ? texts.nothingToValidate : texts.neverText}</p>
              <Button look="primary" icon="mfa-used" disabled={cannot} onClick={() => setAsking(true)}>
                {texts.run}
              </Button>
            </section>
          )}
          {hasNoDigests && summary.sources > 0 && <AskForDigests />}
          {last != null && <RunSummary run={last} />}
        </main>
        {last != null && <CheckList run={last} />}
      </div>
      {asking && <VerifyDialog onClose={() => setAsking(false)} />}
      <StatusKeys>
        <KeyHint keys={['j', 'k']}>{texts.keyNext}</KeyHint>
        <KeyHint keys={['Enter']}>{texts.keyUnfold}</KeyHint>
        <KeyHint keys={['v']}>{texts.keyRun}</KeyHint>
      </StatusKeys>
    </EvidenceFrame>
  )
}

function Running() {
  const texts = useTexts(validationTexts)
  const { progress, stop } = useEvidenceRuns()
  const done = progress?.done ?? 0
  const total = progress?.total ?? 0
  const text =
    progress === null
      ? texts.running
      : texts.reading(progress.what, countText(progress.done), countText(progress.total))
  return (
    <div className="evd-running" role="status">
      <span>{text}</span>
      <Button size="small" look="danger" icon="stop" onClick={stop}>
        {texts.stop}
      </Button>
      <ProgressBar
        label={texts.running}
        text={text}
        total={total}
        parts={[{ id: 'done', value: done, tone: 'accent' }]}
      />
    </div>
  )
}
