// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { BackendProvider } from '../../../renderer/backend.tsx'
import { CommandsProvider, useCommands } from '../../../renderer/palette/commands.tsx'
import { Palette } from '../../../renderer/palette/palette.tsx'
import { SettingsProvider } from '../../../renderer/settings/settings.tsx'
import { type Place, PlaceContext } from '../../../renderer/shell/place.tsx'
import { ToastProvider } from '../../../renderer/ui/toast.tsx'
import { emptyCaseDetails } from '../../../shared/domain/case.ts'
import { emptyFilter } from '../../../shared/domain/filter.ts'
import { fakeBackend } from '../../stage/fake-backend.ts'

const place = (changes: Partial<Place>): Place => ({
  summary: {
    path: '/case',
    details: emptyCaseDetails,
    createdAt: 0,
    sources: 0,
    records: 0,
    signIns: 0,
    notes: 0,
    needLook: 0,
    readBefore: 0,
    firstTime: null,
    lastTime: null,
    custody: { entries: 0, intact: true },
  },
  screen: 'report',
  go: () => {},
  filter: emptyFilter,
  setFilter: () => {},
  searchWanted: false,
  searchFound: () => {},
  finding: null,
  chooseFinding: () => {},
  eventWanted: null,
  showEvent: () => {},
  eventFound: () => {},
  setSummary: () => {},
  ...changes,
})

function Some(props: { run(): void }) {
  useCommands([
    {
      id: 'a',
      group: 'do',
      icon: 'tag',
      label: 'Tag the selected events',
      also: '選択したイベントにタグ',
      run: props.run,
    },
    { id: 'b', group: 'go', icon: 'report', label: 'Report', also: '報告書', run: () => {} },
  ])
  return null
}

const settle = (ms = 260) => act(() => new Promise((resolve) => setTimeout(resolve, ms)))
const type = async (text: string) => {
  await act(async () => fireEvent.change(screen.getByRole('combobox'), { target: { value: text } }))
  await settle()
}
const press = async (key: string, more: KeyboardEventInit = {}) => {
  await act(async () => {
    fireEvent.keyDown(screen.getByRole('combobox'), { key, ...more })
  })
  await settle(40)
}
const options = () => screen.queryAllByRole('option').map((option) => option.textContent)

async function show(changes: Partial<Place> = {}, run = () => {}) {
  const backend = fakeBackend({
    settings: { language: 'en', theme: 'light', zone: 'Asia/Tokyo', firstClock: 'utc', examiner: '' },
    open: true,
    recent: 'none',
    importSeconds: 0,
    reportPdf: async () => new Uint8Array(),
  })
  const close = vi.fn()
  render(
    <BackendProvider backend={backend}>
      <SettingsProvider>
        <ToastProvider>
          <PlaceContext value={place(changes)}>
            <CommandsProvider>
              <Some run={run} />
              <Later onClose={close} />
            </CommandsProvider>
          </PlaceContext>
        </ToastProvider>
      </SettingsProvider>
    </BackendProvider>,
  )
  await settle()
  await act(async () => fireEvent.click(screen.getByText('open')))
  await settle()
  return close
}

/** The palette opens after the commands are there, as it does in the window. */
function Later(props: { onClose(): void }) {
  const [open, setOpen] = useState(false)
  return open ? (
    <Palette onClose={props.onClose} />
  ) : (
    <button type="button" onClick={() => setOpen(true)}>
      open
    </button>
  )
}

beforeEach(cleanup)

describe('the palette', () => {
  test('begins with all commands; a name in the other language finds one; Enter runs it after closing', async () => {
    const run = vi.fn()
    const close = await show({}, run)
    expect(document.activeElement).toBe(screen.getByRole('combobox'))
    expect(options().some((text) => text?.startsWith('Report'))).toBe(true)
    await type('タグ')
    expect(options()).toHaveLength(1)
    await press('Enter')
    expect(close).toHaveBeenCalledOnce()
    expect(run).toHaveBeenCalledOnce()
  })

  test('a value becomes a filter, to include or to exclude; the newest choice of a facet stands alone', async () => {
    const setFilter = vi.fn()
    await show({
      setFilter,
      filter: { ...emptyFilter, chosen: [{ facet: 'user', key: 'iam-user:bob', not: false }] },
    })
    await type('203.0.113')
    expect(options()[0]).toContain('Only events of 203.0.113.')
    expect(options()[1]).toContain('Everything except 203.0.113.')
    await press('ArrowDown')
    await press('Enter')
    const [filter] = setFilter.mock.calls[0]!
    expect(filter.chosen).toHaveLength(2)
    expect(filter.chosen[1]).toMatchObject({ facet: 'ip', not: true })
  })

  test('a note is found by its words and leads to its event', async () => {
    const showEvent = vi.fn()
    await show({ showEvent })
    await type('HR calendar')
    expect(options()[0]).toContain('HR calendar')
    await press('Enter')
    expect(showEvent).toHaveBeenCalledOnce()
  })

  test('arrows go round, Esc and Ctrl+K close, nothing found is said in words', async () => {
    const close = await show()
    const chosen = () => document.querySelector('[role=option][aria-selected=true]')?.textContent
    const first = chosen()
    await press('ArrowUp')
    expect(chosen()).not.toBe(first)
    await press('ArrowDown')
    expect(chosen()).toBe(first)
    await type('zzzzqq')
    expect(screen.getByRole('dialog').textContent).toContain('Nothing found.')
    await press('Escape')
    await press('k', { ctrlKey: true })
    expect(close).toHaveBeenCalledTimes(2)
  })
})
