import './work-paper.css'
import { useEffect, useState } from 'react'
import { paperTexts } from '../../shared/messages/paper-screen.ts'
import { useImportRun } from '../import/import-run.tsx'
import { countText } from '../settings/numbers.ts'
import { useSettings, useTexts } from '../settings/settings.tsx'
import { usePlace } from '../shell/place.tsx'
import { StatusKeys, StatusLine } from '../shell/status-bar.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { KeyHint } from '../ui/keys.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { useKept } from '../ui/use-kept.ts'
import { type Draft, draftOf, readDraft } from './draft.ts'
import { ExceptionList } from './exception-list.tsx'
import { type Part, ResultList } from './result-list.tsx'
import { SampleList } from './sample-list.tsx'
import { SavePaper } from './save-paper.tsx'
import { SettingsForm } from './settings-form.tsx'
import { usePaper } from './use-paper.ts'

/** The auditor's work paper: settings on the left; tests, exceptions and the sample on the right. */
export function PaperScreen() {
  const texts = useTexts(paperTexts)
  const place = usePlace()
  const { zone, language } = useSettings()
  const reading = useImportRun().state === 'running'
  const { signIns, path } = place.summary
  const paper = usePaper(zone, reading || signIns === 0)
  const { settings, run } = paper
  const [draft, setDraft] = useState<Draft | null>(null)
  const [part, setPart] = useKept<Part>(`${path} paper part`, 'root')
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language must not undo what was typed
  useEffect(() => {
    if (settings !== null) setDraft(draftOf(settings, language))
  }, [settings])

  const read = draft === null ? null : readDraft(draft)
  const changed = settings !== null && JSON.stringify(read?.settings) !== JSON.stringify(settings)
  const apply = () => {
    if (read?.settings != null) void paper.apply(read.settings)
  }
  const shown = run.data
  const tested =
    shown?.sample.items.filter(
      (item) => (paper.judgementsOf(item).at(-1)?.result ?? 'not-tested') !== 'not-tested',
    ).length ?? 0
  const result = shown?.results.find(({ test }) => test === part)
  const error = paper.error ?? run.error

  return (
    <div className="wp">
      <aside className="wp-side" aria-label={texts.settings} data-region="form">
        <div className="wp-scroll">
          <header className="wp-head">
            <h1>{texts.heading}</h1>
            <Button size="small" look="link" onClick={() => place.go('report')}>
              {texts.toReport}
            </Button>
          </header>
          {draft !== null && read !== null && (
            <SettingsForm draft={draft} read={read} onChange={setDraft} onApply={apply} />
          )}
          {settings !== null && (
            <div className="wp-apply">
              <span className="wp-quiet">{changed ? texts.changed : paper.kept ? '' : texts.notKept}</span>
              <Button
                look={changed ? 'primary' : 'plain'}
                disabled={read?.settings == null || (paper.kept && !changed)}
                onClick={apply}
              >
                {texts.apply}
              </Button>
            </div>
          )}
        </div>
        <SavePaper settings={settings} ready={shown !== undefined && !changed && !reading} />
      </aside>
      <div className="wp-main" data-region="results">
        {error != null && <ErrorNote compact error={error} onRetry={run.refetch} />}
        {signIns === 0 && <EmptyState icon="info" title={texts.empty} />}
        {shown === undefined && run.slow && <SkeletonRows rows={8} height={34} />}
        {shown !== undefined && (
          <>
            <ResultList paper={shown} tested={tested} part={part} onChoose={setPart} />
            <div className="wp-scroll" aria-busy={run.loading}>
              {result !== undefined ? (
                <ExceptionList result={result} settings={shown.settings} onShow={place.showEvent} />
              ) : (
                <SampleList
                  key={shown.settings.sample.seed}
                  sample={shown.sample}
                  settings={shown.settings}
                  paper={paper}
                  onShow={place.showEvent}
                />
              )}
            </div>
          </>
        )}
      </div>
      <StatusLine>
        {shown !== undefined && (
          <span>
            {texts.population(countText(shown.population.inPeriod))} ·{' '}
            {texts.outside(
              countText(shown.population.before),
              countText(shown.population.after),
              countText(shown.population.withoutTime),
            )}
          </span>
        )}
      </StatusLine>
      <StatusKeys>
        {part === 'sample' && (
          <>
            <KeyHint keys={['j', 'k']}>{texts.keyMove}</KeyHint>
            <KeyHint keys={['p']}>{texts.keyPass}</KeyHint>
            <KeyHint keys={['x']}>{texts.keyException}</KeyHint>
            <KeyHint keys={['n']}>{texts.keyNotTested}</KeyHint>
          </>
        )}
      </StatusKeys>
    </div>
  )
}
