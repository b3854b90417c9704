import type { SignInFacts } from '../../shared/domain/sign-in.ts'
import { principalKindWords } from '../../shared/messages/words.ts'
import { useLanguage } from '../settings/settings.tsx'
import { PrincipalIcon } from './marks.tsx'
import { beginning, visibleText } from './visible-text.ts'
import { shortWho } from './who-name.ts'

/** Who, for a row: the kind as a shape, then the name; a role with its session beside it; words without a name. */
export function Who(props: {
  readonly of: Pick<
    SignInFacts,
    'principalKind' | 'principalName' | 'principalArn' | 'roleName' | 'sessionName'
  >
}) {
  const { of: facts } = props
  const words = principalKindWords[useLanguage()]
  const who = shortWho(facts)
  const title = visibleText(
    [facts.principalName, facts.principalArn].filter((part) => part !== null).join('\u2003'),
  )
  return (
    <span
      className={who === null ? 'ui-who ui-who-unnamed' : 'ui-who'}
      title={title === '' ? undefined : beginning(title, 1000)}
    >
      <PrincipalIcon kind={facts.principalKind} />
      <span>{who?.name ?? words[facts.principalKind === 'hidden' ? 'hidden' : 'not-stated']}</span>
      {who?.aside != null && <small>{who.aside}</small>}
    </span>
  )
}
