import { type FormEvent, useState } from 'react'
import { type KnownName, NAME_KINDS, type NameKind, nameableValue } from '../../shared/domain/known.ts'
import { knownTexts } from '../../shared/messages/known.ts'
import { useBackend } from '../backend.tsx'
import { useTexts } from '../settings/settings.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { visibleText } from '../ui/visible-text.ts'
import { useKnownChange } from './use-known-change.ts'

/** Names of accounts and addresses; a form below gives a name, or another one. */
export function NamesTable(props: { readonly names: readonly KnownName[] }) {
  const texts = useTexts(knownTexts)
  const backend = useBackend()
  const change = useKnownChange()
  const [edited, setEdited] = useState<KnownName | null>(null)
  const kinds = { account: texts.account, address: texts.address }
  const remove = ({ kind, value }: KnownName) => {
    setEdited(null)
    void change(
      () => backend.call('known.removeName', { kind, value }),
      () => texts.removed(value),
    )
  }
  return (
    <>
      {props.names.length === 0 ? (
        <p className="known-empty">{texts.noNames}</p>
      ) : (
        <div className="known-list">
          <table>
            <thead>
              <tr>
                <th scope="col">{texts.kind}</th>
                <th scope="col">{texts.value}</th>
                <th scope="col">{texts.name}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {props.names.map((name) => (
                <tr key={`${name.kind} ${name.value}`}>
                  <td className="known-mute">{kinds[name.kind]}</td>
                  <td>
                    <code>{visibleText(name.value)}</code>
                  </td>
                  <td>{visibleText(name.name)}</td>
                  <td>
                    <IconButton
                      icon="pencil"
                      label={texts.edit(name.value)}
                      onClick={() => setEdited(name)}
                    />
                    <IconButton icon="trash" label={texts.remove(name.value)} onClick={() => remove(name)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <NameForm
        key={edited === null ? '' : `${edited.kind} ${edited.value}`}
        edited={edited}
        onDone={() => setEdited(null)}
      />
    </>
  )
}

function NameForm(props: { readonly edited: KnownName | null; onDone(): void }) {
  const { edited } = props
  const texts = useTexts(knownTexts)
  const backend = useBackend()
  const change = useKnownChange()
  const [kind, setKind] = useState<NameKind>(edited?.kind ?? 'account')
  const [typed, setTyped] = useState(edited?.value ?? '')
  const [name, setName] = useState(edited?.name ?? '')
  const [tried, setTried] = useState(false)
  const value = nameableValue(kind, typed.trim())
  const valueError = value === null ? (kind === 'account' ? texts.notAccount : texts.notAddress) : undefined
  const nameError = name.trim() === '' ? texts.notName : undefined

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (value === null || nameError !== undefined) return
    const done = await change(
      () => backend.call('known.setName', { kind, value, name }),
      () => `${value} ${name}`,
    )
    if (!done) return
    setTyped('')
    setName('')
    setTried(false)
    props.onDone()
  }
  return (
    <form className="known-form" onSubmit={(event) => void submit(event)}>
      <Select
        label={texts.kind}
        value={kind}
        options={(edited === null ? NAME_KINDS.toReversed() : [edited.kind]).map((one) => ({
          value: one,
          label: texts[one],
        }))}
        onChange={setKind}
      />
      <Field
        label={texts.value}
        value={typed}
        placeholder={kind === 'account' ? '111122223333' : '203.0.113.7'}
        readOnly={edited !== null}
        error={tried ? valueError : undefined}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Field
        label={texts.name}
        value={name}
        maxLength={200}
        error={tried ? nameError : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <span className="known-do">
        {edited !== null && (
          <Button look="ghost" onClick={props.onDone}>
            {texts.cancel}
          </Button>
        )}
        <Button type="submit" icon={edited === null ? 'plus' : 'check'}>
          {edited === null ? texts.add : texts.save}
        </Button>
      </span>
    </form>
  )
}
