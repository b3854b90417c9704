import type { SignInFacts } from '../../shared/domain/sign-in.ts'
import { principalKindWords } from '../../shared/messages/words.ts'
import { visibleText } from '../inspector/visible-text.ts'
import { useLanguage } from '../settings/settings.tsx'
import { PrincipalIcon } from '../ui/marks.tsx'

/** Who: the kind as a shape, then the name; a role with its session beside it; words where there is no name. */
export function WhoCell(props: { readonly row: SignInFacts }) {
  const { row } = props
  const words = principalKindWords[useLanguage()]
  const kind = row.principalKind
  const nameless = kind === 'hidden' || row.principalName === null
  const title = visibleText(
    [row.principalName, row.principalArn].filter((part) => part !== null).join('\u2003'),
  )
  return (
    <span className={nameless ? 'tl-who tl-muted' : 'tl-who'} title={title === '' ? undefined : title}>
      <PrincipalIcon kind={kind} />
      <span>
        {nameless ? (
          words[kind === 'hidden' ? 'hidden' : 'not-stated']
        ) : row.roleName !== null ? (
          <>
            {visibleText(row.roleName)}
            {row.sessionName !== null && <small>{visibleText(row.sessionName)}</small>}
          </>
        ) : (
          visibleText(row.principalName ?? '')
        )}
      </span>
    </span>
  )
}
