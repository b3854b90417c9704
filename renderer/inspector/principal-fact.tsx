import type { SignInRow } from '../../shared/domain/sign-in.ts'
import { inspectorTexts } from '../../shared/messages/inspector.ts'
import { principalKindWords } from '../../shared/messages/words.ts'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { visibleName } from '../ui/visible-text.ts'
import { Value } from './value.tsx'

/** Longer names stand on lines of their own. */
const INLINE = 80

/** Who made the call: name and kind, the session of a role, a role that was asked for, the ARN. */
export function PrincipalFact(props: { readonly row: SignInRow }) {
  const { row } = props
  const texts = useTexts(inspectorTexts)
  // A role beside another kind of principal is what was chosen or asked for, not who did it.
  const isRole = row.principalKind === 'role'
  return (
    <>
      <NameAndKind row={row} name={isRole ? (row.roleName ?? row.principalName) : row.principalName} />
      {!isRole && row.roleName !== null && <small>{texts.role(visibleName(row.roleName))}</small>}
      {row.sessionName !== null && <small>{texts.session(visibleName(row.sessionName))}</small>}
      {row.principalArn !== null && (
        <small>
          <Value text={row.principalArn} />
        </small>
      )}
    </>
  )
}

function NameAndKind(props: { readonly row: SignInRow; readonly name: string | null }) {
  const { name } = props
  const { principalKind } = props.row
  const texts = useTexts(inspectorTexts)
  const kind = principalKindWords[useLanguage()][principalKind]
  if (principalKind === 'hidden' || principalKind === 'root') return kind
  if (name === null) {
    return <i>{principalKind === 'not-stated' ? kind : texts.principalOf(texts.notStated, kind)}</i>
  }
  if (name.length <= INLINE) return texts.principalOf(visibleName(name), kind)
  return (
    <>
      <Value text={name} />
      <small>{kind}</small>
    </>
  )
}
