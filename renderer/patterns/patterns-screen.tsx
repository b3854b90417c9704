import './patterns.css'
import '../timeline/timeline.css'
import { useEffect, useRef, useState } from 'react'
import { knownPatternTexts } from '../../shared/messages/known-patterns.ts'
import { patternTexts } from '../../shared/messages/patterns.ts'
import { useCall } from '../backend.tsx'
import { useTexts } from '../settings/settings.tsx'
import { usePlace } from '../shell/place.tsx'
import { StatusKeys } from '../shell/status-bar.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { KeyHint } from '../ui/keys.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { useKept } from '../ui/use-kept.ts'
import { visibleText } from '../ui/visible-text.ts'
import { type Draft, draftOfKnown, draftOfSaved, emptyDraft, isAsPublished } from './draft.ts'
import { PatternEditor } from './pattern-editor.tsx'
import { PatternList } from './pattern-list.tsx'
import { ResultPane } from './result-pane.tsx'
import { RunLine } from './run-line.tsx'
import { SaveDialog } from './save-dialog.tsx'
import { usePatternRun } from './use-pattern-run.ts'
import { useSavedPatterns } from './use-saved-patterns.ts'
import { useSettled } from './use-settled.ts'

/** CloudWatch Logs filter patterns over the case: written, chosen, run, kept, and an alarm replayed over the matches. */
export function PatternsScreen() {
  const texts = useTexts(patternTexts)
  const { purposes } = useTexts(knownPatternTexts)
  const { summary } = usePlace()
  const [draft, setDraft] = useKept<Draft>(`${summary.path} pattern draft`, emptyDraft)
  const [saving, setSaving] = useState(false)
  const input = useRef<HTMLTextAreaElement>(null)
  const store = useSavedPatterns()
  const state = usePatternRun(summary.path)
  const settled = useSettled(draft.text)
  const read = useCall('pattern.read', { pattern: settled })
  // An answer about an older text would mark the wrong place.
  const reading = settled === draft.text && !read.loading ? read.data : undefined

  const run = (of: Draft) => state.start({ pattern: of.text, missing: of.missing })
  const choose = (next: Draft) => {
    setDraft(next)
    run(next)
  }
  const runNow = () => {
    if (draft.text.trim() !== '' && reading?.problem === null) run(draft)
    else input.current?.focus()
  }
  const save = () => {
    if (draft.text.trim() !== '') setSaving(true)
  }
  useShortcuts({ 'mod+enter': runNow, 'mod+s': save })
  const refocus = useRef(false)
  useEffect(() => {
    if (refocus.current) input.current?.focus()
    refocus.current = false
  })

  const { origin } = draft
  const name =
    origin === null
      ? null
      : origin.kind === 'known'
        ? (purposes[origin.known.id] ?? origin.known.id)
        : visibleText(origin.saved.name)
  const { answered } = state
  const same =
    answered !== null &&
    answered.question.pattern === draft.text &&
    answered.question.missing === draft.missing
  return (
    <div className="pat-screen">
      <PatternList
        origin={origin}
        saved={store.saved}
        onNew={() => {
          setDraft({ ...emptyDraft, missing: draft.missing })
          refocus.current = true
        }}
        onKnown={(known) => choose(draftOfKnown(known, draft.missing))}
        onSaved={(saved) => choose(draftOfSaved(saved, draft.missing))}
        onRemove={(saved) => void store.remove(saved)}
      />
      <main className="pat-main" data-region="pattern">
        <div className="pat-top">
          <header className="pat-head">
            <h1>{name ?? texts.ownPattern}</h1>
            {name !== null && !isAsPublished(draft) && <span className="pat-aside">{texts.changed}</span>}
            <span className="shell-grow" />
            <Button icon="save" disabled={draft.text.trim() === ''} onClick={save}>
              {texts.save}
            </Button>
            {state.running ? (
              <Button icon="stop" look="danger" onClick={state.stop}>
                {texts.stop}
              </Button>
            ) : (
              <Button
                icon="play"
                look="primary"
                keys={['Ctrl', 'Enter']}
                disabled={draft.text.trim() === '' || (reading?.problem ?? null) !== null}
                onClick={runNow}
              >
                {texts.run}
              </Button>
            )}
          </header>
          <PatternEditor
            text={draft.text}
            reading={draft.text.trim() === '' ? undefined : reading}
            input={input}
            onChange={(text) => setDraft({ ...draft, text })}
          />
          <div className="pat-switch">
            <span>{texts.missing}</span>
            <Segmented
              label={texts.missing}
              size="small"
              value={draft.missing}
              options={[
                { value: 'satisfies', label: texts.missingYes },
                { value: 'fails', label: texts.missingNo },
              ]}
              onChange={(missing) => {
                const next = { ...draft, missing }
                setDraft(next)
                if (same) run(next)
              }}
            />
            <span className="pat-aside">{texts.missingHint}</span>
          </div>
          <RunLine state={state} same={same} onAgain={runNow} />
          {state.error !== null && <ErrorNote error={state.error} onRetry={runNow} />}
        </div>
        <ResultPane
          state={state}
          blindSpots={origin?.kind === 'known' && isAsPublished(draft) && same ? origin.known.blindSpots : []}
          alarm={draft.alarm}
          onAlarm={(alarm) => setDraft({ ...draft, alarm })}
        />
      </main>
      {saving && (
        <SaveDialog
          suggested={origin?.kind === 'saved' ? origin.saved.name : (name ?? '')}
          saved={store.saved}
          onClose={() => setSaving(false)}
          onSave={(given) => {
            setSaving(false)
            void store.save({ name: given, pattern: draft.text, alarm: draft.alarm }).then((saved) => {
              if (saved !== null) setDraft((now) => ({ ...now, origin: { kind: 'saved', saved } }))
            })
          }}
        />
      )}
      <StatusKeys>
        <KeyHint keys={['Ctrl', 'Enter']}>{texts.keyRun}</KeyHint>
        <KeyHint keys={['Ctrl', 'S']}>{texts.keySave}</KeyHint>
        <KeyHint keys={['j', 'k']}>{texts.keyMove}</KeyHint>
        <KeyHint keys={['Enter']}>{texts.keyShow}</KeyHint>
      </StatusKeys>
    </div>
  )
}
