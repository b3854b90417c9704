import { useState } from 'react'
import type { AddressSet, AddressSets } from '../../shared/domain/address.ts'
import { knownTexts } from '../../shared/messages/known.ts'
import { useBackend, useCall } from '../backend.tsx'
import { useErrorToast } from '../error-toast.ts'
import { countText } from '../settings/numbers.ts'
import { useSettings, useTexts } from '../settings/settings.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { useToast } from '../ui/toast.tsx'
import { visibleText } from '../ui/visible-text.ts'

/** The data sets in use with their dates; the user's own files can be added and taken away. */
export function AddressData() {
  const texts = useTexts(knownTexts)
  const backend = useBackend()
  const toast = useToast()
  const tell = useErrorToast()
  const { addressData, change } = useSettings()
  const own = addressData ?? []
  const [answered, setAnswered] = useState<AddressSets>()
  const [busy, setBusy] = useState(false)
  const { data } = useCall('address.sets', undefined)
  const shown = answered ?? data

  const use = async (paths: readonly string[]) => {
    setBusy(true)
    try {
      const answer = await backend.call('address.useSets', { paths: [...paths] })
      setAnswered(answer)
      change({ addressData: [...paths] })
      if (answer.renewed !== null && answer.renewed > 0)
        toast({ tone: 'ok', text: texts.renewed(countText(answer.renewed)) })
    } catch (cause) {
      tell(cause)
    } finally {
      setBusy(false)
    }
  }
  const add = async () => {
    const picked = await backend.call('dialog.pickData', { extension: 'mmdb' })
    const fresh = picked.filter((path) => !own.includes(path))
    if (fresh.length > 0) await use([...own, ...fresh])
  }
  if (shown === undefined) return <SkeletonRows rows={3} />
  return (
    <>
      <ul className="known-sets">
        {shown.troubles.map(({ path, message }) => (
          <li key={path}>
            <Icon name="warning" tone="warn" />
            <div>
              <b>{visibleText(path)}</b>
              <p className="known-bad">{texts.badFile}</p>
              <small>{visibleText(message)}</small>
            </div>
            <IconButton
              icon="trash"
              label={texts.remove(path)}
              disabled={busy}
              onClick={() => void use(own.filter((one) => one !== path))}
            />
          </li>
        ))}
        {shown.sets.map((set) => (
          <li key={`${set.name} ${set.path ?? ''}`}>
            <Icon name={set.origin === 'own' ? 'file' : 'archive'} tone="mute" />
            <SetWords set={set} />
            {set.path !== null && (
              <IconButton
                icon="trash"
                label={texts.remove(set.path)}
                disabled={busy}
                onClick={() => void use(own.filter((one) => one !== set.path))}
              />
            )}
          </li>
        ))}
      </ul>
      <Button icon="plus" busy={busy} onClick={() => void add().catch(tell)}>
        {texts.addData}
      </Button>
    </>
  )
}

function SetWords(props: { readonly set: AddressSet }) {
  const texts = useTexts(knownTexts)
  const { name, date, holds, origin, path, credit } = props.set
  const what = { country: texts.holdsCountry, network: texts.holdsNetwork }
  const facts = [
    holds.map((one) => what[one]).join(', '),
    date === null ? texts.noDate : texts.asOf(date),
    origin === 'own' ? texts.ownFile : texts.shipped,
  ]
  return (
    <div>
      <b>{visibleText(name)}</b>
      <p>{facts.join(' · ')}</p>
      <small>{visibleText(path ?? credit ?? '')}</small>
    </div>
  )
}
