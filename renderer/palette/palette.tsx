import './palette.css'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { paletteTexts } from '../../shared/messages/palette.ts'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { usePlace } from '../shell/place.tsx'
import { trapTab } from '../ui/focus-trap.ts'
import { Icon } from '../ui/icon.tsx'
import { KeyHint } from '../ui/keys.tsx'
import { useToast } from '../ui/toast.tsx'
import { useAllCommands } from './commands.tsx'
import { commandItems, type Doing, goItems, type Item, savedItems, valueItems } from './items.ts'
import { PaletteItem } from './palette-item.tsx'
import { useFound, useKeptThings } from './use-found.ts'

const GROUPS = ['filter', 'go', 'saved', 'do'] as const

/** Everything by name: commands, screens, values to filter by, saved searches, notes, findings, event IDs. */
export function Palette(props: { onClose(): void }) {
  const texts = useTexts(paletteTexts)
  const language = useLanguage()
  const toast = useToast()
  const place = usePlace()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useReturnedFocus(input)
  const commands = useMemo(useAllCommands(), [])
  const found = useFound(query, place.filter)
  const kept = useKeptThings()

  const doing: Doing = {
    filter: place.filter,
    setFilter(filter, what) {
      const before = place.filter
      place.setFilter(filter)
      place.go('timeline')
      const back = { label: texts.undo, run: () => place.setFilter(before) }
      toast({ tone: 'info', text: texts.filtered(what), action: back })
    },
    showEvent: place.showEvent,
    showFinding(finding) {
      place.chooseFinding(finding)
      place.go('detections')
    },
  }
  const named = commandItems(query, commands)
  const items: readonly Item[] = [
    ...valueItems(query, found, doing, language),
    ...goItems(query, found, kept, doing, language),
    ...named.filter(({ group }) => group === 'go'),
    ...savedItems(query, kept, doing),
    ...named.filter(({ group }) => group === 'do'),
  ]
  const current = Math.min(at, items.length - 1)
  const run = (item: Item | undefined) => {
    if (item === undefined) return
    props.onClose()
    // The palette gives the focus back first; what opens next may take it.
    setTimeout(item.run)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    const isOwnKey = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k'
    if (event.key === 'Escape' || isOwnKey) props.onClose()
    else if (event.key === 'Enter') run(items[current])
    else if (step !== undefined && items.length > 0) {
      const far = Math.abs(step) > 1
      const next = current + step
      setAt(far ? Math.max(0, Math.min(items.length - 1, next)) : (next + items.length) % items.length)
    } else {
      if (box.current !== null) trapTab(event, box.current)
      return
    }
    event.preventDefault()
  }
  const chosen = items[current]?.id
  useEffect(() => {
    if (chosen === undefined) return
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [chosen])

  return createPortal(
    // biome-ignore lint/a11y/noStaticElementInteractions: a click beside the palette closes it, as Esc does
    <div
      className="pal-scrim"
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) props.onClose()
      }}
    >
      <div
        ref={box}
        role="dialog"
        aria-modal="true"
        aria-label={texts.title}
        className="pal"
        onKeyDown={onKeyDown}
      >
        <div className="pal-head">
          <Icon name="search" size={16} />
          <input
            ref={input}
            type="text"
            role="combobox"
            aria-expanded="true"
            aria-autocomplete="list"
            aria-controls={`${id}-list`}
            aria-activedescendant={items.length > 0 ? `${id}-${current}` : undefined}
            aria-label={texts.placeholder}
            placeholder={texts.placeholder}
            spellCheck={false}
            autoComplete="off"
            maxLength={1000}
            value={query}
            onChange={(event) => {
              setQuery(event.target.value)
              setAt(0)
            }}
          />
        </div>
        <div
          ref={list}
          id={`${id}-list`}
          role="listbox"
          aria-label={texts.results}
          className="pal-list"
          tabIndex={-1}
        >
          {GROUPS.map((group) => (
            <PaletteGroup
              key={group}
              title={
                { filter: texts.groupFilter, go: texts.groupGo, saved: texts.groupSaved, do: texts.groupDo }[
                  group
                ]
              }
              items={items}
              group={group}
              current={current}
              id={id}
              onChoose={run}
              onPoint={setAt}
            />
          ))}
        </div>
        {items.length === 0 && (
          <p className="pal-none" role="status">
            {found.events !== null && found.text === query ? texts.noEvent(query.trim()) : texts.nothing}
          </p>
        )}
        <footer className="pal-foot">
          <KeyHint keys={['↑', '↓']}>{texts.choose}</KeyHint>
          <KeyHint keys={['Enter']}>{texts.run}</KeyHint>
          <KeyHint keys={['Esc']}>{texts.close}</KeyHint>
          <span>{texts.hint}</span>
        </footer>
      </div>
    </div>,
    document.body,
  )
}

function PaletteGroup(props: {
  readonly title: string
  readonly group: Item['group']
  readonly items: readonly Item[]
  readonly current: number
  readonly id: string
  onChoose(item: Item): void
  onPoint(at: number): void
}) {
  const { items, group, current, id } = props
  if (!items.some((item) => item.group === group)) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options in a list box
    <div role="group" aria-label={props.title}>
      <div className="pal-group" aria-hidden="true">
        {props.title}
      </div>
      {items.map(
        (item, at) =>
          item.group === group && (
            <PaletteItem
              key={item.id}
              id={`${id}-${at}`}
              item={item}
              isCurrent={at === current}
              onChoose={() => props.onChoose(item)}
              onPoint={() => props.onPoint(at)}
            />
          ),
      )}
    </div>
  )
}

/** The field takes the focus; where it was before gets it back. */
function useReturnedFocus(input: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const before = document.activeElement
    input.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [input])
}
