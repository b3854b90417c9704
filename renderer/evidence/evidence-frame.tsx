import './evidence.css'
import type { ReactNode } from 'react'
import { coverageScreenTexts } from '../../shared/messages/coverage-screen.ts'
import { validationTexts } from '../../shared/messages/validation-screen.ts'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { EVIDENCE_SCREENS, usePlace } from '../shell/place.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { useEvidenceRuns } from './evidence-runs.tsx'

const icons: Record<(typeof EVIDENCE_SCREENS)[number], IconName> = {
  coverage: 'coverage',
  validation: 'mfa-used',
  custody: 'lock',
}

/** The head of the three evidence screens: which of them, and what can be done on this one. */
export function EvidenceFrame(props: { readonly actions?: ReactNode; readonly children: ReactNode }) {
  const texts = useTexts(coverageScreenTexts)
  const validation = useTexts(validationTexts)
  const place = usePlace()
  const { last } = useEvidenceRuns()
  return (
    <div className="evd">
      <div className="evd-bar" data-region="evidence">
        <nav className="evd-tabs" aria-label={texts.parts}>
          {EVIDENCE_SCREENS.map((screen) => (
            <button
              key={screen}
              type="button"
              aria-current={place.screen === screen ? 'page' : undefined}
              onClick={() => place.go(screen)}
            >
              <Icon name={icons[screen]} />
              {texts[screen]}
              {screen === 'validation' && last != null && (
                <Mark
                  problems={last.counts.problems}
                  outdated={last.outdated}
                  outdatedText={validation.outdatedShort}
                />
              )}
            </button>
          ))}
        </nav>
        <span className="evd-grow" />
        {props.actions}
      </div>
      {props.children}
    </div>
  )
}

function Mark(props: {
  readonly problems: number
  readonly outdated: boolean
  readonly outdatedText: string
}) {
  if (props.outdated) return <em className="evd-badge">{props.outdatedText}</em>
  if (props.problems === 0) return null
  return <em className="evd-badge">{countText(props.problems)}</em>
}
