import { shellTexts } from '../../shared/messages/shell.ts'
import { useImportRun } from '../import/import-run.tsx'
import { filesDone } from '../import/import-sums.ts'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { Icon } from '../ui/icon.tsx'
import { usePlace } from './place.tsx'

/** The way to the file ledger from any screen: the running import, or how many files need a look. */
export function FilesLink() {
  const texts = useTexts(shellTexts)
  const run = useImportRun()
  const { summary, screen, go } = usePlace()
  if (screen === 'sources') return null
  const sums = run.progress?.sums
  const running = run.state === 'running'
  if (!running && summary.needLook === 0) return null
  const text = running
    ? run.paused
      ? texts.paused
      : texts.reading(countText(sums === undefined ? 0 : filesDone(sums)), countText(sums?.found ?? 0))
    : texts.needLook(countText(summary.needLook))
  return (
    <button type="button" className="shell-files" onClick={() => go('sources')}>
      <Icon name={running ? 'waiting' : 'warning'} size={12} tone={running ? 'accent' : 'warn'} />
      {text}
    </button>
  )
}
