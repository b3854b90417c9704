import { useEffect, useRef, useState } from 'react'
import { emptyCaseDetails } from '../../shared/domain/case.ts'
import type { AppError } from '../../shared/errors.ts'
import { shellTexts } from '../../shared/messages/shell.ts'
import { welcomeTexts } from '../../shared/messages/welcome.ts'
import { useBackend } from '../backend.tsx'
import { useImportRun } from '../import/import-run.tsx'
import { lastName } from '../import/last-name.ts'
import { countText } from '../settings/numbers.ts'
import { useSettings, useTexts } from '../settings/settings.tsx'
import { useCaseDesk } from '../shell/case-desk.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Field } from '../ui/field.tsx'
import { visibleText } from '../ui/visible-text.ts'
import { caseFileName, joinPath } from './case-path.ts'

/** Asks what the case is called and where its file is kept, makes it, and reads `paths` into it. */
export function NewCaseDialog(props: { readonly paths: readonly string[]; onClose(): void }) {
  const { paths, onClose } = props
  const texts = useTexts(welcomeTexts)
  const shell = useTexts(shellTexts)
  const backend = useBackend()
  const settings = useSettings()
  const desk = useCaseDesk()
  const run = useImportRun()
  const [caseNumber, setCaseNumber] = useState('')
  const [title, setTitle] = useState('')
  const [examiner, setExaminer] = useState(settings.examiner)
  // Undefined until the main process has answered, null when it cannot.
  const [folder, setFolder] = useState<string | null>()
  const answered = useRef<Promise<string | null>>(Promise.resolve(null))
  const [chosen, setChosen] = useState<string | null>(null)
  const [error, setError] = useState<AppError | null>(null)

  useEffect(() => {
    answered.current = backend.call('folder.cases', undefined).catch(() => null)
    void answered.current.then(setFolder)
  }, [backend])

  const name = caseFileName(caseNumber, new Date())
  const pathIn = (found: string | null | undefined) =>
    chosen ?? (typeof found === 'string' ? joinPath(found, name) : null)
  const path = pathIn(folder)

  const change = async () => {
    const picked = await backend.call('dialog.saveCase', { suggestedName: name }).catch(() => null)
    if (picked !== null) setChosen(picked)
  }
  const create = async () => {
    if (desk.busy) return
    // Enter may come before the answer.
    const target = path ?? pathIn(await answered.current)
    if (target === null) return
    const details = { ...emptyCaseDetails, caseNumber, title, examiner }
    const failed = await desk.create(target, details)
    setError(failed)
    if (failed !== null) return
    if (examiner.trim() !== settings.examiner) settings.change({ examiner: examiner.trim() })
    onClose()
    if (paths.length > 0) run.start(paths)
  }
  const [first] = paths
  return (
    <Dialog
      title={texts.newTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button
            look="primary"
            type="submit"
            form="new-case"
            busy={desk.busy}
            disabled={path === null && folder === null}
          >
            {paths.length > 0 ? texts.createAndRead : texts.create}
          </Button>
        </>
      }
    >
      <form
        id="new-case"
        className="welcome-new"
        onSubmit={(event) => {
          event.preventDefault()
          void create()
        }}
      >
        {first !== undefined && (
          <p className="welcome-new-from" title={paths.map(visibleText).join('\n')}>
            {texts.newFrom(visibleText(lastName(first)), countText(paths.length - 1))}
          </p>
        )}
        <Field
          label={texts.caseNumber}
          value={caseNumber}
          maxLength={500}
          onChange={(event) => setCaseNumber(event.target.value)}
        />
        <Field
          label={texts.examiner}
          value={examiner}
          maxLength={500}
          onChange={(event) => setExaminer(event.target.value)}
        />
        <Field
          label={texts.caseTitle}
          wide
          value={title}
          maxLength={500}
          hint={texts.newNote}
          onChange={(event) => setTitle(event.target.value)}
        />
        <div className="welcome-new-file">
          <span className="shell-setting">{texts.keptAt}</span>
          <code title={path ?? ''}>{path ?? '…'}</code>
          <Button size="small" onClick={() => void change()}>
            {texts.change}
          </Button>
        </div>
        <p className="ui-hint ui-field-wide">{texts.keptNote}</p>
        {error !== null && <ErrorNote error={error} compact />}
      </form>
    </Dialog>
  )
}
