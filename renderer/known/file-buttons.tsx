import { useState } from 'react'
import type { KnownImport } from '../../shared/domain/known.ts'
import { knownTexts } from '../../shared/messages/known.ts'
import { useBackend } from '../backend.tsx'
import { useErrorToast } from '../error-toast.ts'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { usePlace } from '../shell/place.tsx'
import { Button } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'
import { useKnownChange } from './use-known-change.ts'

/** So many lines that were left out are named. */
const NAMED = 3

/** Both lists from and to one CSV file. */
export function FileButtons() {
  const texts = useTexts(knownTexts)
  const backend = useBackend()
  const toast = useToast()
  const tell = useErrorToast()
  const change = useKnownChange()
  const { summary } = usePlace()
  const [busy, setBusy] = useState(false)

  const read = async () => {
    const [path] = await backend.call('dialog.pickData', { extension: 'csv' })
    if (path === undefined) return
    const said = ({ added, changed, unchanged, refused }: KnownImport): string => {
      const lines = refused
        .slice(0, NAMED)
        .map(({ line, problem }) => texts.refused(countText(line), problem))
      const more = refused.length > NAMED ? [texts.refusedMore(countText(refused.length - NAMED))] : []
      return [
        texts.imported(countText(added), countText(changed), countText(unchanged)),
        ...lines,
        ...more,
      ].join('\n')
    }
    await change(() => backend.call('known.import', { path }), said)
  }
  const save = async () => {
    const number = summary.details.caseNumber
    const suggestedName = `${number === '' ? 'case' : number}-networks-names.csv`
    const path = await backend.call('dialog.saveFile', { suggestedName, extension: 'csv' })
    if (path === null) return
    const { rows } = await backend.call('known.export', { path })
    toast({ tone: 'ok', text: texts.exported(countText(rows)) })
  }
  const run = (job: () => Promise<void>) => () => {
    setBusy(true)
    job()
      .catch(tell)
      .finally(() => setBusy(false))
  }
  return (
    <span className="known-files">
      <Button look="ghost" icon="folder-open" busy={busy} onClick={run(read)}>
        {texts.importFile}
      </Button>
      <Button look="ghost" icon="download" busy={busy} onClick={run(save)}>
        {texts.exportFile}
      </Button>
    </span>
  )
}
