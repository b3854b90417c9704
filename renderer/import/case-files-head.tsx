import { importTexts } from '../../shared/messages/import.ts'
import { shellTexts } from '../../shared/messages/shell.ts'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { useEntry } from '../shell/evidence-entry.tsx'
import { usePlace } from '../shell/place.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'

/** The head of the screen when nothing has been imported since the case was opened. */
export function CaseFilesHead() {
  const texts = useTexts(importTexts)
  const shell = useTexts(shellTexts)
  const entry = useEntry()
  const { summary } = usePlace()
  return (
    <div className="import-head import-head-quiet">
      <div>
        <h1>{texts.sources}</h1>
        <p>
          {texts.caseSums(countText(summary.sources), countText(summary.records), countText(summary.signIns))}
        </p>
        {summary.readBefore > 0 && (
          <p className="import-read-before">
            <Icon name="warning" tone="warn" size={13} />
            {texts.readBefore(countText(summary.readBefore))}
          </p>
        )}
      </div>
      <div className="import-ways">
        {summary.sources > 0 && (
          <Button icon="again" onClick={entry.readAgain}>
            {shell.readAgain}
          </Button>
        )}
        <Button icon="folder" onClick={entry.pickFolder}>
          {shell.addFolder}
        </Button>
        <Button icon="archive" onClick={entry.pickFiles}>
          {shell.addFiles}
        </Button>
      </div>
    </div>
  )
}
