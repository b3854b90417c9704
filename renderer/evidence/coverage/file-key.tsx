import type { CoverageFile } from '../../../shared/domain/coverage.ts'
import { coverageScreenTexts } from '../../../shared/messages/coverage-screen.ts'
import { lastName } from '../../import/last-name.ts'
import { useTexts } from '../../settings/settings.tsx'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { visibleText } from '../../ui/visible-text.ts'
import { useCopy } from '../use-copy.ts'

/** A file that is missing or damaged, by the end of its key, with a button that copies the whole key. */
export function FileKey(props: { readonly file: CoverageFile; readonly whole?: boolean }) {
  const { file, whole = false } = props
  const texts = useTexts(coverageScreenTexts)
  const copy = useCopy()
  const isDamaged = file.state === 'damaged'
  return (
    <div className="evd-file" title={visibleText(file.key)}>
      <Icon
        name={isDamaged ? 'warning' : 'outcome-not-stated'}
        size={13}
        tone={isDamaged ? 'warn' : 'fail'}
      />
      <b>{isDamaged ? texts.fileDamaged : texts.fileMissing}</b>
      <code>{visibleText(whole ? file.key : lastName(file.key))}</code>
      <IconButton icon="copy" size={12} label={texts.copyKey} onClick={() => copy(file.key)} />
    </div>
  )
}
