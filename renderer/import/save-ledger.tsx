import { useState } from 'react'
import { importTexts } from '../../shared/messages/import.ts'
import { shellTexts } from '../../shared/messages/shell.ts'
import { useBackend } from '../backend.tsx'
import { useErrorToast } from '../error-toast.ts'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { usePlace } from '../shell/place.tsx'
import { useShowInFolder } from '../shell/use-show-in-folder.ts'
import { Button } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'

/** Writes the whole ledger, whatever view is shown, to a file of the user's choice. */
export function SaveLedger() {
  const texts = useTexts(importTexts)
  const shell = useTexts(shellTexts)
  const show = useShowInFolder()
  const tell = useErrorToast()
  const backend = useBackend()
  const toast = useToast()
  const { summary } = usePlace()
  const [busy, setBusy] = useState(false)

  const save = async () => {
    const number = summary.details.caseNumber
    const suggestedName = `${number === '' ? 'case' : number}-ledger.csv`
    setBusy(true)
    try {
      const path = await backend.call('dialog.saveFile', { suggestedName, extension: 'csv' })
      if (path === null) return
      const written = await backend.call('ledger.write', { path })
      toast({
        tone: 'ok',
        text: texts.ledgerSaved(countText(written.rows)),
        action: {
          label: shell.showInFolder,
          run: () => show(written.path),
        },
      })
    } catch (cause) {
      tell(cause)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button look="link" size="small" icon="download" busy={busy} onClick={() => void save()}>
      {texts.saveLedger}
    </Button>
  )
}
