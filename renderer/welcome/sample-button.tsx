import { useState } from 'react'
import { emptyCaseDetails } from '../../shared/domain/case.ts'
import { welcomeTexts } from '../../shared/messages/welcome.ts'
import { useBackend } from '../backend.tsx'
import { useErrorToast } from '../error-toast.ts'
import { useImportRun } from '../import/import-run.tsx'
import { useSettings, useTexts } from '../settings/settings.tsx'
import { useCaseDesk } from '../shell/case-desk.tsx'
import { Button } from '../ui/button.tsx'
import { joinPath } from './case-path.ts'

/** Writes made-up logs into a folder of the program's own and reads them into a new case. */
export function SampleButton() {
  const texts = useTexts(welcomeTexts)
  const backend = useBackend()
  const settings = useSettings()
  const desk = useCaseDesk()
  const run = useImportRun()
  const tell = useErrorToast()
  const [busy, setBusy] = useState(false)

  const start = async () => {
    setBusy(true)
    try {
      const home = await backend.call('folder.cases', undefined)
      // A new folder and case each time: nothing that exists is touched.
      const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '').replace('T', '-')
      const { folder } = await backend.call('sample.write', { folder: joinPath(home, `sample-${stamp}`) })
      const details = {
        ...emptyCaseDetails,
        caseNumber: texts.sampleNumber,
        title: texts.sampleTitle,
        examiner: settings.examiner,
      }
      const failed = await desk.create(joinPath(home, `sample-${stamp}.trailcase`), details)
      if (failed !== null) throw failed
      run.start([folder])
    } catch (cause) {
      tell(cause)
    } finally {
      setBusy(false)
    }
  }
  return (
    <p className="welcome-sample">
      <Button size="small" icon="play" busy={busy} onClick={() => void start()}>
        {busy ? texts.samplePreparing : texts.sample}
      </Button>
      <small>{texts.sampleNote}</small>
    </p>
  )
}
