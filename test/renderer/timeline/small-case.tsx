import { act, cleanup, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { BackendProvider } from '../../../renderer/backend.tsx'
import { DetectionsProvider } from '../../../renderer/detections/detections-run.tsx'
import { ImportProvider } from '../../../renderer/import/import-run.tsx'
import { SettingsProvider } from '../../../renderer/settings/settings.tsx'
import { CaseDeskProvider } from '../../../renderer/shell/case-desk.tsx'
import { EvidenceEntry } from '../../../renderer/shell/evidence-entry.tsx'
import { PlaceContext } from '../../../renderer/shell/place.tsx'
import { TimelineScreen } from '../../../renderer/timeline/timeline-screen.tsx'
import { ToastProvider } from '../../../renderer/ui/toast.tsx'
import { emptyCaseDetails } from '../../../shared/domain/case.ts'
import { emptyFilter, type FacetName, type SignInFilter } from '../../../shared/domain/filter.ts'
import type { NoteView } from '../../../shared/domain/note.ts'
import type { SignInRow } from '../../../shared/domain/sign-in.ts'
import { AppError } from '../../../shared/errors.ts'
import { connect } from '../../../shared/ipc/client.ts'
import { memoryPorts } from '../../../shared/ipc/port.ts'
import { type Handlers, serve } from '../../../shared/ipc/serve.ts'
import { slowBursts } from '../../stage/fake-bursts.ts'
import { fakeQuery, passesChoices } from '../../stage/fake-query.ts'
import { fakeTags } from '../../stage/fake-tags.ts'

const START = Date.UTC(2024, 8, 14, 12, 0, 0) / 1000

/** One sign-in; say only what matters. */
export function signIn(id: number, fields: Partial<SignInRow> = {}): SignInRow {
  const eventTime = fields.eventTime === undefined ? START + id * 60 : fields.eventTime
  return {
    id,
    eventTime,
    eventTimeText: eventTime === null ? 'yesterday' : new Date(eventTime * 1000).toISOString(),
    eventName: 'ConsoleLogin',
    eventSource: 'signin.amazonaws.com',
    eventType: 'AwsConsoleSignIn',
    eventVersion: '1.09',
    eventId: `event-${id}`,
    outcome: 'success',
    failureReason: null,
    mfa: 'used',
    mfaDevice: null,
    principalKind: 'iam-user',
    principalType: 'IAMUser',
    principalName: 'alice',
    principalArn: null,
    roleName: null,
    sessionName: null,
    accountId: '111122223333',
    recipientAccountId: '111122223333',
    accessKeyId: null,
    region: 'us-east-1',
    sourceIp: '198.51.100.23',
    userAgent: 'Mozilla/5.0',
    loginTo: null,
    switchedFrom: null,
    agentName: 'Chrome 128',
    agentSystem: 'Windows',
    conflict: false,
    sightings: 1,
    notes: 0,
    addressKind: null,
    country: null,
    flag: null,
    ...fields,
  }
}

const byTime = (a: SignInRow, b: SignInRow) =>
  (a.eventTime ?? Number.MAX_SAFE_INTEGER) - (b.eventTime ?? Number.MAX_SAFE_INTEGER) || a.id - b.id

function passes(row: SignInRow, filter: SignInFilter, without?: FacetName): boolean {
  const time = row.eventTime ?? Number.NaN
  return (
    passesChoices(row, filter, without) &&
    (filter.from === null || time >= filter.from) &&
    (filter.to === null || time < filter.to) &&
    JSON.stringify(row).toLowerCase().includes(filter.query.trim().toLowerCase())
  )
}

/** A case in memory: the slow and obvious answers to what the timeline asks. */
export function smallCase(begin: readonly SignInRow[]) {
  let rows = [...begin].sort(byTime)
  const views = new Map<number, readonly SignInRow[]>()
  const notes: NoteView[] = []
  const asked: string[] = []
  let failing = ''
  let emit: (what: 'sign-ins' | 'notes' | 'marks') => void = () => {}
  const withNotes = (row: SignInRow): SignInRow => ({
    ...row,
    notes: notes.filter((note) => note.signInId === row.id && !note.removed).length,
  })
  const change = (id: number, fields: Partial<NoteView>): NoteView => {
    const at = notes.findIndex((note) => note.id === id)
    const note = { ...notes[at]!, ...fields, revisions: notes[at]!.revisions + 1 }
    notes[at] = note
    emit('notes')
    return note
  }
  const handlers: Partial<Handlers> = {
    'settings.get': () => ({
      language: 'en',
      theme: 'light',
      zone: 'Asia/Tokyo',
      firstClock: 'utc',
      examiner: 'M. Kobayashi',
    }),
    'app.info': () => ({ version: '0', runtime: 'test', platform: 'linux', systemZone: 'Asia/Tokyo' }),
    'timeline.open': ({ filter, keep }) => {
      asked.push('timeline.open')
      if (failing === 'timeline.open') throw new AppError('internal', 'The disk said no.')
      const found = rows.filter((row) => passes(row, filter))
      const view = views.size + 1
      views.set(view, found)
      const kept = found.findIndex((row) => row.id === keep)
      return {
        view,
        matched: found.length,
        total: rows.length,
        firstTime: null,
        lastTime: null,
        keptIndex: kept === -1 ? null : kept,
      }
    },
    'timeline.page': ({ view, offset, limit }) =>
      views
        .get(view)!
        .slice(offset, offset + limit)
        .map(withNotes),
    ...fakeQuery(
      (filter, without) => rows.filter((row) => passes(row, filter, without)),
      () => rows,
    ),
    'event.detail': ({ id }) => ({
      row: withNotes(rows.find((row) => row.id === id)!),
      outcomeBasis: 'responseElements',
      mfaBasis: 'MFAUsed',
      mfaRaw: 'No',
      raw: `{"eventTime":"2024-09-14T13:52:07Z","additionalEventData":{"MFAUsed":"No"},"userAgent":"<img src=x onerror=alert(1)>"}`,
      rawIsUtf8: id !== 3,
      rawSha256: 'ab'.repeat(32),
      sightings: [
        {
          sourceId: 1,
          path: '/evidence/logs/a.json.gz',
          shownPath: 'logs/a.json.gz',
          status: id === 3 ? 'partial' : 'read',
          recordNumber: 27,
          recordsInSource: 61,
          byteStart: 48_213,
          byteEnd: 49_403,
          encoding: 'plain',
          sha256: '0123456789abcdef'.repeat(4),
          contentSha256: 'fedcba9876543210'.repeat(4),
        },
      ],
      conflictsWith: id === 3 ? [1] : [],
      amends: [],
      amendedBy: [],
      rawForm: 'record',
      rawHeader: null,
      notes: notes.filter((note) => note.signInId === id),
    }),
    'note.add': ({ signInId, text }) => {
      asked.push('note.add')
      if (failing === 'note.add') throw new AppError('disk-full', 'No space left on the disk.')
      const note = {
        id: notes.length + 1,
        signInId,
        text,
        author: 'M. Kobayashi',
        createdAt: Date.UTC(2024, 8, 16, 1, 22),
        changedAt: Date.UTC(2024, 8, 16, 1, 22),
        revisions: 1,
        removed: false,
      }
      notes.push(note)
      emit('notes')
      return note
    },
    'timeline.bursts': ({ view, rule }) => slowBursts(views.get(view)!, rule),
    'event.related': ({ id, minutes }) => ({ id, minutes, groups: [] }),
    ...fakeTags({
      by: { author: 'M. Kobayashi', at: 0 },
      tags: [{ id: 1, name: 'suspect', color: 'red', events: 0 }],
      has: () => [],
      views,
      told: () => emit('marks'),
    }),
    'note.revise': ({ id, text }) => change(id, { text }),
    'note.remove': ({ id }) => change(id, { removed: true }),
    'note.restore': ({ id }) => change(id, { removed: false }),
  }
  const [near, far] = memoryPorts()
  const served = serve(far, handlers, { checkOutput: true })
  emit = (what) => served.emit('case.changed', { what })
  return {
    backend: { ...connect(near), pathOf: () => '' },
    asked,
    notes,
    fail: (call: string) => {
      failing = call
    },
    addRows: (more: readonly SignInRow[]) => {
      rows = [...rows, ...more].sort(byTime)
      emit('sign-ins')
    },
  }
}

/** Height that every element claims to have: 20 rows. */
export const WINDOW = 520

/** happy-dom lays nothing out, so elements get a height of their own. Call once in each file that draws lists. */
export function giveHeight(): void {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => WINDOW })
}

let paths = 0

/** Draws the timeline over a case and waits for its first rows. */
export async function showTimeline(of: ReturnType<typeof smallCase>): Promise<void> {
  cleanup()
  paths += 1
  const path = `/case-${paths}`
  render(
    <BackendProvider backend={of.backend}>
      <SettingsProvider>
        <ToastProvider>
          <ImportProvider>
            <CaseDeskProvider>
              <EvidenceEntry>
                <AtTimeline path={path} />
              </EvidenceEntry>
            </CaseDeskProvider>
          </ImportProvider>
        </ToastProvider>
      </SettingsProvider>
    </BackendProvider>,
  )
  await screen.findByRole('grid')
  await settle()
}

function AtTimeline(props: { readonly path: string }) {
  const [filter, setFilter] = useState(emptyFilter)
  const summary = {
    path: props.path,
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
  }
  return (
    <PlaceContext
      value={{
        summary,
        screen: 'timeline',
        go: () => {},
        filter,
        setFilter,
        searchWanted: false,
        searchFound: () => {},
        finding: null,
        chooseFinding: () => {},
        eventWanted: null,
        showEvent: () => {},
        eventFound: () => {},
        setSummary: () => {},
      }}
    >
      <DetectionsProvider>
        <TimelineScreen />
      </DetectionsProvider>
    </PlaceContext>
  )
}

/** Lets calls answer and effects run. */
export async function settle(ms = 120): Promise<void> {
  await act(() => new Promise((resolve) => setTimeout(resolve, ms)))
}

/** Presses a key where the focus is. */
export async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  await act(async () => {
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
  })
  await settle()
}

/** The rows in the page, by their place in the result. */
export function rowsShown(): Map<number, HTMLElement> {
  return new Map(
    [...document.querySelectorAll<HTMLElement>('.tl-row[data-index]')].map((row) => [
      Number(row.dataset['index']),
      row,
    ]),
  )
}

export function selectedIndex(): number | null {
  const row = document.querySelector<HTMLElement>('.tl-row.tl-cursor')
  return row === null ? null : Number(row.dataset['index'])
}
