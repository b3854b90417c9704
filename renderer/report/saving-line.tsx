import { useEffect, useLayoutEffect, useRef } from 'react'
import { reportScreenTexts } from '../../shared/messages/report-screen.ts'
import { shellTexts } from '../../shared/messages/shell.ts'
import { useTexts } from '../settings/settings.tsx'
import { Button } from '../ui/button.tsx'
import { focusIsLost } from '../ui/focus-back.ts'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { savingText } from './making-text.ts'
import type { SaveJob } from './save-job.ts'
import { shareDone } from './share-done.ts'

/** How far the file is, and the way to stop it: by the button, or by Esc while no field is typed into. */
export function SavingLine(props: {
  readonly job: SaveJob
  /** Pages that a PDF will have, as the preview has them. */
  readonly pages: number
  cancel(): void
  giveFocusBack(): void
}) {
  const texts = useTexts(reportScreenTexts)
  const shell = useTexts(shellTexts)
  const { stopping, progress } = props.job
  const button = useRef<HTMLButtonElement>(null)
  const back = useRef(props.giveFocusBack)
  back.current = props.giveFocusBack
  useShortcuts({ escape: props.cancel }, !stopping)
  // The button that began the job cannot hold the focus while the job runs.
  useEffect(() => {
    if (focusIsLost()) button.current?.focus()
  }, [])
  useLayoutEffect(() => {
    const own = button.current
    return () => {
      // Back to the button that began it, once that one can be used again.
      if (document.activeElement === own) setTimeout(() => back.current())
    }
  }, [])

  const text = savingText(texts, progress)
  return (
    <div className="report-saving">
      {/* Said once; the numbers move too fast to be read out. */}
      <span className="sr-only" role="status">
        {stopping ? texts.stopping : texts.savingNow}
      </span>
      <span className="report-saving-text">{stopping ? texts.stopping : text}</span>
      <Button ref={button} size="small" keys={['Esc']} onClick={props.cancel}>
        {shell.cancel}
      </Button>
      <ProgressBar
        label={texts.savingNow}
        text={text}
        total={1}
        parts={[{ id: 'done', value: shareDone(props.job, props.pages), tone: 'accent' }]}
      />
    </div>
  )
}
