import './tags.css'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { EventSelection, Tag } from '../../shared/domain/mark.ts'
import { markTexts } from '../../shared/messages/marks.ts'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { Keys } from '../ui/keys.tsx'
import { isTyping } from '../ui/shortcuts.ts'
import { TagChip } from './tag-chips.tsx'
import { NewTag, TagLine } from './tag-forms.tsx'
import type { MarkActions } from './use-mark-actions.ts'

export interface TagMenuProps {
  readonly tags: readonly Tag[]
  /** What is tagged, and how many events that are. */
  readonly on: EventSelection
  readonly count: number
  /** Tags that the one event has; null for several events. */
  readonly has: ReadonlySet<number> | null
  readonly actions: MarkActions
  onClose(): void
}

/** Tags to choose from by mouse, arrows or the digits 1 to 9; new ones are made here, and old ones changed. */
export function TagMenu(props: TagMenuProps) {
  const { tags, actions, on, count, has } = props
  const texts = useTexts(markTexts)
  const list = useRef<HTMLDivElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const [wantsEdit, setEditing] = useState(false)
  const editing = wantsEdit && tags.length > 0
  const choose = (tag: Tag | undefined) => {
    if (tag === undefined) return
    void actions.toggleTag(tag, on)
    props.onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (editing || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
    if (/^[1-9]$/.test(event.key)) {
      event.preventDefault()
      choose(tags[Number(event.key) - 1])
      return
    }
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const stops = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])]
    const active = document.activeElement
    const at = active instanceof HTMLElement ? stops.indexOf(active) : -1
    stops.at((at + step) % stops.length)?.focus()
  }
  return (
    <Dialog
      title={count === 1 ? texts.titleOne : texts.titleMany(countText(count))}
      width={400}
      onClose={props.onClose}
      actions={
        tags.length > 0 && (
          <Button icon={editing ? 'check' : 'pencil'} onClick={() => setEditing(!editing)}>
            {editing ? texts.done : texts.edit}
          </Button>
        )
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys bubble here from the buttons */}
      <div className="tag-menu" ref={box} tabIndex={-1} onKeyDown={onKeyDown}>
        {tags.length === 0 && <p className="tag-none">{texts.noTags}</p>}
        {editing
          ? tags.map((tag) => (
              <TagLine key={tag.id} tag={tag} actions={actions} onRemove={() => box.current?.focus()} />
            ))
          : tags.length > 0 && (
              <div ref={list} className="tag-list">
                {tags.map((tag, at) => (
                  <button
                    key={tag.id}
                    type="button"
                    data-autofocus={at === 0 ? true : undefined}
                    aria-pressed={has?.has(tag.id)}
                    onClick={() => choose(tag)}
                  >
                    {at < 9 ? <Keys keys={[String(at + 1)]} /> : <span className="tag-no-key" />}
                    <TagChip tag={tag} />
                    <small className="tag-events">{texts.tagged(countText(tag.events))}</small>
                    {has?.has(tag.id) === true && <Icon name="check" size={13} tone="accent" />}
                  </button>
                ))}
              </div>
            )}
        {!editing && (
          <>
            {has === null && tags.length > 0 && <p className="ui-hint">{texts.noteOnTags}</p>}
            <NewTag actions={actions} on={on} first={tags.length === 0} onMade={props.onClose} />
          </>
        )}
      </div>
    </Dialog>
  )
}
