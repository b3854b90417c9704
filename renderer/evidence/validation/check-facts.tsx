import type { IntegrityCheck } from '../../../shared/domain/integrity.ts'
import { integrityLevelWords, integrityReasonWords } from '../../../shared/messages/integrity.ts'
import { validationTexts } from '../../../shared/messages/validation-screen.ts'
import { useLanguage, useTexts } from '../../settings/settings.tsx'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { visibleText } from '../../ui/visible-text.ts'
import { useCopy } from '../use-copy.ts'

/** All that is known of one file: why, AWS's words beside ours, both hashes, where it lies and belongs. */
export function CheckFacts({ check }: { readonly check: IntegrityCheck }) {
  const texts = useTexts(validationTexts)
  const language = useLanguage()
  const reasons = integrityReasonWords[language]
  const { contentSha256: found, statedSha256: stated } = check
  const same = found !== null && found === stated
  return (
    <dl className="evd-check">
      <dt>{texts.level}</dt>
      <dd>{integrityLevelWords[language][check.level]}</dd>
      <dt>{texts.reasons}</dt>
      <dd>
        {check.reasons.length === 0 && texts.noReason}
        {check.reasons.map((reason) => (
          <p key={reason}>{reasons[reason]}</p>
        ))}
      </dd>
      <dt>{texts.awsWords}</dt>
      <dd>
        {check.awsWords === null ? (
          <span className="evd-quiet">{texts.awsNothing}</span>
        ) : (
          <code lang="en">{visibleText(check.awsWords)}</code>
        )}
      </dd>
      <dt>{texts.found}</dt>
      <dd>
        <Copied label={texts.found} text={found} none={texts.notFound} />
      </dd>
      <dt>{texts.stated}</dt>
      <dd>
        <Copied label={texts.stated} text={stated} none={texts.notStated} />
        {found !== null && stated !== null && (
          <span className={same ? 'evd-same' : 'evd-different'}>
            <Icon name={same ? 'outcome-success' : 'outcome-failure'} size={12} tone={same ? 'ok' : 'fail'} />
            {same ? texts.same : texts.different}
          </span>
        )}
      </dd>
      {check.object !== check.path && (
        <>
          <dt>{texts.object}</dt>
          <dd>
            <Copied label={texts.object} text={check.object} none="" />
          </dd>
        </>
      )}
      <dt>{texts.place}</dt>
      <dd>
        <Copied label={texts.place} text={check.path} none={texts.notHere} />
      </dd>
      {check.detail !== null && (
        <>
          <dt>{texts.facts}</dt>
          <dd lang="en">{visibleText(check.detail)}</dd>
        </>
      )}
    </dl>
  )
}

/** A value with a button that copies it, or words for why there is none. */
function Copied(props: { readonly label: string; readonly text: string | null; readonly none: string }) {
  const texts = useTexts(validationTexts)
  const copy = useCopy()
  const { text } = props
  if (text === null) return <span className="evd-quiet">{props.none}</span>
  return (
    <span className="evd-copied">
      <code>{visibleText(text)}</code>
      <IconButton icon="copy" size={12} label={texts.copy(props.label)} onClick={() => copy(text)} />
    </span>
  )
}
