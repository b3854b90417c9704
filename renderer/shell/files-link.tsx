import { shellTexts } from '../../shared/messages/shell.ts'
import { useImportRun } from '../import/import-run.tsx'
import { filesDone } from '../import/import-sums.ts'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { Icon } from '../ui/icon.tsx'
import { usePlace } from './place.tsx'

/** The way to the file ledger from any screen: the running import, or how many files were met. */
export function FilesLink() {
  const texts = useTexts(shellTexts)
  const run = useImportRun()
  const { summary, screen, go } = usePlace()
  if (screen === 'sources') return null
  const sums = run.progress?.sums
  const running = run.state === 'running'
  if (!running && summary.sources === 0) return null
  const text = running
    ? run.paused
      ? texts.paused
      : texts.reading(countText(sums === undefined ? 0 : filesDone(sums)), countText(sums?.found ?? 0))
    : texts.files(countText(summary.sources), countText(summary.needLook))
  return (
    <button type="button" className="shell-files" onClick={() => go('sources')}>
      <Icon name={running ? 'waiting' : 'files'} size={12} tone={running ? 'accent' : 'mute'} />
      {text}
    </button>
  )
}
