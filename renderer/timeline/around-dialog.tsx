import type { KeyboardEvent } from 'react'
import type { Relation } from '../../shared/domain/related.ts'
import type { SignInRow } from '../../shared/domain/sign-in.ts'
import { aroundTexts } from '../../shared/messages/around.ts'
import { useCall } from '../backend.tsx'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Keys } from '../ui/keys.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { useKept } from '../ui/use-kept.ts'
import { visibleText } from '../ui/visible-text.ts'
import { AROUND_KINDS, type AroundKind, aroundValue } from './around.ts'

const MINUTES = ['5', '15', '60', '360'] as const
const RELATIONS: Readonly<Record<AroundKind, Relation>> = {
  principal: 'principal',
  address: 'address',
  key: 'access-key',
}

/** Asks what to show around an event: the same principal, address or access key, and how many minutes. */
export function AroundDialog(props: {
  readonly row: SignInRow
  onChoose(kind: AroundKind, minutes: number): void
  onClose(): void
}) {
  const { row } = props
  const texts = useTexts(aroundTexts)
  const [minutes, setMinutes] = useKept<(typeof MINUTES)[number]>('around minutes', '15')
  const { data } = useCall('event.related', { id: row.id, minutes: Number(minutes) })
  const current = data?.id === row.id && data.minutes === Number(minutes) ? data : undefined
  const choose = (kind: AroundKind | undefined) => {
    if (kind === undefined || row.eventTime === null || aroundValue(row, kind) === null) return
    props.onChoose(kind, Number(minutes))
  }
  const countOf = (kind: AroundKind): string => {
    if (current === undefined) return ''
    const group = current.groups.find(({ relation }) => relation === RELATIONS[kind])
    return texts.counts(`${countText(group?.count ?? 0)}${group?.complete === false ? '+' : ''}`)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (/^[1-3]$/.test(event.key)) choose(AROUND_KINDS[Number(event.key) - 1])
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const stops = [
        ...event.currentTarget.querySelectorAll<HTMLElement>('.tag-list > button:not([disabled])'),
      ]
      const active = document.activeElement
      const at = active instanceof HTMLElement ? stops.indexOf(active) : -1
      stops.at((at + (event.key === 'ArrowDown' ? 1 : -1)) % Math.max(1, stops.length))?.focus()
    } else return
    event.preventDefault()
  }
  const first = AROUND_KINDS.find((kind) => aroundValue(row, kind) !== null)
  return (
    <Dialog title={texts.title} width={440} onClose={props.onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys bubble here from the buttons */}
      <div className="tag-menu" onKeyDown={onKeyDown}>
        <div className="tag-list">
          {AROUND_KINDS.map((kind, at) => {
            const value = aroundValue(row, kind)
            return (
              <button
                key={kind}
                type="button"
                data-autofocus={kind === first ? true : undefined}
                disabled={value === null || row.eventTime === null}
                onClick={() => choose(kind)}
              >
                <Keys keys={[String(at + 1)]} />
                <span>{texts[kind]}</span>
                <b className="tl-around-value">{visibleText(value ?? texts.none)}</b>
                <small className="tl-around-count">{value === null ? '' : countOf(kind)}</small>
              </button>
            )
          })}
        </div>
        <Segmented
          size="small"
          label={texts.minutes}
          value={minutes}
          options={MINUTES.map((value) => ({ value, label: texts.within(value) }))}
          onChange={setMinutes}
        />
        <p className="ui-hint">{row.eventTime === null ? texts.noTime : texts.hint}</p>
      </div>
    </Dialog>
  )
}
