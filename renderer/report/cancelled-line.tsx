import { reportScreenTexts } from '../../shared/messages/report-screen.ts'
import { useTexts } from '../settings/settings.tsx'
import { Icon } from '../ui/icon.tsx'

/** Says that a file that was being written is not there, and that one which was there before is as it was. */
export function CancelledLine() {
  const texts = useTexts(reportScreenTexts)
  return (
    <p className="report-cancelled" role="status">
      <Icon name="warning" tone="warn" />
      {texts.saveCancelled}
    </p>
  )
}
