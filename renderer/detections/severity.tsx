import './detections.css'
import type { Severity } from '../../shared/domain/finding.ts'
import { severityWords } from '../../shared/messages/detections.ts'
import { useLanguage } from '../settings/settings.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'

const icons: Record<Severity, IconName> = {
  critical: 'severity-filled',
  high: 'severity-filled',
  medium: 'severity-open',
  low: 'severity-open',
  info: 'info',
}

/** The severity as a shape: filled for the two that cannot wait. The word stands beside it or in the tooltip. */
export function SeverityIcon(props: { readonly severity: Severity; readonly size?: number }) {
  const { severity, size = 14 } = props
  return <Icon name={icons[severity]} size={size} className={`det-sev det-sev-${severity}`} />
}

/** The severity as shape and word. */
export function SeverityMark(props: { readonly severity: Severity }) {
  const words = severityWords[useLanguage()]
  return (
    <span className={`ui-mark det-mark det-mark-${props.severity}`}>
      <SeverityIcon severity={props.severity} />
      {words[props.severity]}
    </span>
  )
}
