import { type FormEvent, useState } from 'react'
import { cidrText } from '../../shared/domain/ip-address.ts'
import type { KnownNetwork } from '../../shared/domain/known.ts'
import { knownTexts } from '../../shared/messages/known.ts'
import { useBackend } from '../backend.tsx'
import { useTexts } from '../settings/settings.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { visibleText } from '../ui/visible-text.ts'
import { useKnownChange } from './use-known-change.ts'

/** Networks with label and trust; a form below adds one, or changes the one whose pencil was pressed. */
export function NetworksTable(props: { readonly networks: readonly KnownNetwork[] }) {
  const texts = useTexts(knownTexts)
  const backend = useBackend()
  const change = useKnownChange()
  const [edited, setEdited] = useState<KnownNetwork | null>(null)
  const remove = ({ id, cidr }: KnownNetwork) => {
    if (edited?.id === id) setEdited(null)
    void change(
      () => backend.call('known.removeNetwork', { id }),
      () => texts.removed(cidr),
    )
  }
  return (
    <>
      {props.networks.length === 0 ? (
        <p className="known-empty">{texts.noNetworks}</p>
      ) : (
        <div className="known-list">
          <table>
            <thead>
              <tr>
                <th scope="col">{texts.network}</th>
                <th scope="col">{texts.label}</th>
                <th scope="col">{texts.trusted}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {props.networks.map((network) => (
                <tr key={network.id}>
                  <td>
                    <code>{network.cidr}</code>
                  </td>
                  <td>{visibleText(network.label)}</td>
                  <td className={network.trusted ? undefined : 'known-mute'}>
                    {network.trusted && <Icon name="mfa-used" size={13} tone="ok" />}{' '}
                    {network.trusted ? texts.trusted : texts.notTrusted}
                  </td>
                  <td>
                    <IconButton
                      icon="pencil"
                      label={texts.edit(network.cidr)}
                      onClick={() => setEdited(network)}
                    />
                    <IconButton
                      icon="trash"
                      label={texts.remove(network.cidr)}
                      onClick={() => remove(network)}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <NetworkForm
        key={edited?.id ?? 0}
        edited={edited}
        networks={props.networks}
        onDone={() => setEdited(null)}
      />
    </>
  )
}

function NetworkForm(props: {
  readonly edited: KnownNetwork | null
  readonly networks: readonly KnownNetwork[]
  onDone(): void
}) {
  const { edited } = props
  const texts = useTexts(knownTexts)
  const backend = useBackend()
  const change = useKnownChange()
  const [cidr, setCidr] = useState(edited?.cidr ?? '')
  const [label, setLabel] = useState(edited?.label ?? '')
  const [trusted, setTrusted] = useState(edited?.trusted ?? true)
  const [tried, setTried] = useState(false)
  const network = cidrText(cidr.trim())
  const isTaken = props.networks.some((one) => one.cidr === network && one.id !== edited?.id)
  const cidrError = network === null ? texts.notNetwork : isTaken ? texts.onList : undefined
  const labelError = label.trim() === '' ? texts.notName : undefined

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (cidrError !== undefined || labelError !== undefined || network === null) return
    const entry = { cidr: network, label, trusted }
    const done = await change(
      () =>
        edited === null
          ? backend.call('known.addNetwork', entry)
          : backend.call('known.changeNetwork', { id: edited.id, ...entry }),
      () => `${network} ${label}`,
    )
    if (!done) return
    setCidr('')
    setLabel('')
    setTried(false)
    props.onDone()
  }
  return (
    <form className="known-form" onSubmit={(event) => void submit(event)}>
      <Field
        label={texts.network}
        value={cidr}
        placeholder="203.0.113.0/24"
        error={tried ? cidrError : undefined}
        onChange={(event) => setCidr(event.target.value)}
      />
      <Field
        label={texts.label}
        value={label}
        maxLength={200}
        error={tried ? labelError : undefined}
        onChange={(event) => setLabel(event.target.value)}
      />
      <label className="known-check">
        <input type="checkbox" checked={trusted} onChange={(event) => setTrusted(event.target.checked)} />
        {texts.trusted}
      </label>
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
