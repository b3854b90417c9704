import { useId, useState } from 'react'
import type { ImportedPlace } from '../../shared/domain/source.ts'
import { importTexts } from '../../shared/messages/import.ts'
import { useCall } from '../backend.tsx'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { visibleText } from '../ui/visible-text.ts'

/** Offers the files and folders that were read into the case before; those that are not there now say so. */
export function ReadAgainDialog(props: { onRead(paths: readonly string[]): void; onClose(): void }) {
  const texts = useTexts(importTexts)
  const form = useId()
  const { data: places, error, refetch } = useCall('import.places', undefined)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const chosen = (places ?? []).filter(({ path, isThere }) => isThere && !left.has(path))
  const toggle = (path: string) =>
    setLeft((now) => {
      const next = new Set(now)
      if (!next.delete(path)) next.add(path)
      return next
    })

  // A dialog gives the keys to what stands in it when it opens.
  if (places === undefined && error === undefined) return null
  return (
    <Dialog
      title={texts.againTitle}
      width={620}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{texts.cancel}</Button>
          <Button type="submit" form={form} look="primary" disabled={chosen.length === 0}>
            {texts.againRead(countText(chosen.length))}
          </Button>
        </>
      }
    >
      <p>{texts.againLead}</p>
      {error !== undefined && <ErrorNote error={error} compact onRetry={refetch} />}
      <form
        id={form}
        className="import-places"
        onSubmit={(event) => {
          event.preventDefault()
          props.onRead(chosen.map(({ path }) => path))
        }}
      >
        {(places ?? []).map((place) => (
          <PlaceRow
            key={place.path}
            place={place}
            isChosen={!left.has(place.path)}
            onToggle={() => toggle(place.path)}
          />
        ))}
      </form>
    </Dialog>
  )
}

function PlaceRow(props: { readonly place: ImportedPlace; readonly isChosen: boolean; onToggle(): void }) {
  const texts = useTexts(importTexts)
  const { path, isThere } = props.place
  return (
    <label className={isThere ? 'import-place' : 'import-place import-place-gone'}>
      <input
        type="checkbox"
        checked={isThere && props.isChosen}
        disabled={!isThere}
        onChange={props.onToggle}
      />
      <code>{visibleText(path)}</code>
      {!isThere && <small>{texts.againGone}</small>}
    </label>
  )
}
