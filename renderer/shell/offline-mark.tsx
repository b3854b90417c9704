import { shellTexts } from '../../shared/messages/shell.ts'
import { useTexts } from '../settings/settings.tsx'
import { Icon } from '../ui/icon.tsx'

/** Says that no network is used; the tooltip says what that means. */
export function OfflineMark() {
  const texts = useTexts(shellTexts)
  return (
    <span className="shell-offline" title={texts.offlineTip}>
      <Icon name="offline" />
      {texts.offline}
      <span className="sr-only">{texts.offlineTip}</span>
    </span>
  )
}
