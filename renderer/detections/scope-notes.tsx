import type { DetectionState, RuleInfo } from '../../shared/domain/finding.ts'
import { detectionTexts } from '../../shared/messages/detections.ts'
import { ruleWords } from '../../shared/messages/rule-words.ts'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { Icon } from '../ui/icon.tsx'

/** What the rules do not say: normal federated sign-ins, and everything they could not look at. */
export function ScopeNotes(props: { readonly state: DetectionState; readonly rules: readonly RuleInfo[] }) {
  const { state, rules } = props
  const texts = useTexts(detectionTexts)
  const language = useLanguage()
  const titles = (why: NonNullable<RuleInfo['impossible']>) =>
    rules.filter((rule) => rule.impossible === why).map(({ id }) => ruleWords[language][id].title)
  const impossible = (['no-address-data', 'no-trusted-network'] as const).map(
    (why) => [why, titles(why)] as const,
  )
  return (
    <div className="det-scope">
      {state.federated > 0 && (
        <p className="det-federated">
          <Icon name="mfa-not-visible" />
          <span>
            <b>{texts.federated(state.federated)}</b>
            {language === 'ja' ? '' : ' '}
            {texts.federatedText}
          </span>
        </p>
      )}
      <details>
        <summary>{texts.scope}</summary>
        <ul>
          <li>{texts.scopeCompanions}</li>
          {impossible.map(
            ([why, names]) =>
              names.length > 0 && (
                <li key={why}>
                  {texts.impossible[why]} {texts.scopeImpossible(names.join(language === 'ja' ? '、' : '; '))}
                </li>
              ),
          )}
          {state.withoutTime > 0 && <li>{texts.scopeTime(state.withoutTime)}</li>}
          {state.damagedFiles > 0 && <li>{texts.scopeDamaged(state.damagedFiles)}</li>}
          {state.beforeRootFailures && <li>{texts.scopeRoot}</li>}
        </ul>
      </details>
    </div>
  )
}
