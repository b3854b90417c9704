import {
  type FacetName,
  type Facets,
  type FacetValue,
  NOT_STATED,
  type SignInFilter,
} from '../../shared/domain/filter.ts'
import { principalKey } from '../../shared/domain/principal-key.ts'
import type { SignInDetail, SignInRow } from '../../shared/domain/sign-in.ts'
import { AppError } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/ipc/serve.ts'
import { rows, sha256Of, sources } from './fake-case.ts'
import type { FakeNotes } from './fake-notes.ts'
import { passesChoices } from './fake-query.ts'

type TimelineCalls = 'timeline.open' | 'timeline.page' | 'timeline.facets' | 'event.detail'

const tests: Record<
  'text' | 'outcomes' | 'mfa' | 'eventNames' | 'principals' | 'time',
  (row: SignInRow, filter: SignInFilter) => boolean
> = {
  text: (row, { text }) => {
    const all = JSON.stringify(row).toLowerCase()
    return text
      .toLowerCase()
      .split(/\s+/)
      .every((word) => all.includes(word))
  },
  outcomes: (row, { outcomes }) => outcomes.length === 0 || outcomes.includes(row.outcome),
  mfa: (row, { mfa }) => mfa.length === 0 || mfa.includes(row.mfa),
  eventNames: (row, { eventNames }) =>
    eventNames.length === 0 || eventNames.includes(row.eventName ?? NOT_STATED),
  principals: (row, { principals }) => principals.length === 0 || principals.includes(principalKey(row)),
  time: (row, { from, to }) =>
    (from === null && to === null) ||
    (row.eventTime !== null &&
      row.eventTime >= (from ?? 0) &&
      row.eventTime < (to ?? Number.MAX_SAFE_INTEGER)),
}

/** The rows that a filter lets through, but for one facet's own choices. */
export function matchingRows(filter: SignInFilter, without?: FacetName): SignInRow[] {
  const words = { ...filter, text: `${filter.text} ${filter.query}`.trim() }
  const list = LISTS[without ?? 'tag']
  return matching(words, list).filter((row) => passesChoices(row, filter, without))
}

const LISTS: Partial<Record<FacetName, keyof typeof tests>> = {
  outcome: 'outcomes',
  mfa: 'mfa',
  event: 'eventNames',
  user: 'principals',
}

function matching(filter: SignInFilter, without?: keyof typeof tests): SignInRow[] {
  return rows.filter((row) =>
    Object.entries(tests).every(([name, test]) => name === without || test(row, filter)),
  )
}

function counted(of: readonly SignInRow[], key: (row: SignInRow) => string): FacetValue[] {
  const counts = new Map<string, number>()
  for (const row of of) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1)
  return [...counts].map(([name, count]) => ({ key: name, count })).sort((a, b) => b.count - a.count)
}

function facets(filter: SignInFilter): Facets {
  const people = matching(filter, 'principals')
  return {
    outcomes: counted(matching(filter, 'outcomes'), (row) => row.outcome),
    mfa: counted(matching(filter, 'mfa'), (row) => row.mfa),
    eventNames: counted(matching(filter, 'eventNames'), (row) => row.eventName ?? NOT_STATED),
    principals: counted(people, principalKey).map((value) => {
      const first = people.find((row) => principalKey(row) === value.key)
      return { ...value, kind: first?.principalKind ?? 'other', name: first?.principalName ?? null }
    }),
  }
}

/** The rows of each view by its number; shared with those who open views in other ways. */
export type FakeViews = Map<number, readonly SignInRow[]>

/** Answers of the timeline over the made-up rows, filtered and counted the slow and obvious way. */
export function fakeTimeline(notes: FakeNotes, views: FakeViews = new Map()): Pick<Handlers, TimelineCalls> {
  const withNotes = (row: SignInRow): SignInRow => ({ ...row, notes: notes.of(row.id).length })
  return {
    'timeline.open': ({ filter, keep }) => {
      const found = matchingRows(filter)
      const view = views.size + 1
      views.set(view, found)
      const times = found.flatMap((row) => (row.eventTime === null ? [] : [row.eventTime]))
      const kept = found.findIndex((row) => row.id === keep)
      return {
        view,
        matched: found.length,
        total: rows.length,
        firstTime: times[0] ?? null,
        lastTime: times.at(-1) ?? null,
        keptIndex: kept === -1 ? null : kept,
      }
    },
    'timeline.page': ({ view, offset, limit }) =>
      (views.get(view) ?? []).slice(offset, offset + limit).map(withNotes),
    'timeline.facets': facets,
    'event.detail': ({ id }) => {
      const found = rows.find((row) => row.id === id)
      if (found === undefined) throw new AppError('not-found', `There is no event ${id}.`)
      return detailOf(withNotes(found), notes)
    },
  }
}

/** A record that says what the made-up row says. */
export function rawOf(row: SignInRow): string {
  return JSON.stringify(
    {
      eventVersion: row.eventVersion,
      userIdentity: {
        type: row.principalType,
        arn: row.principalArn,
        accountId: row.accountId,
        userName: row.principalName ?? 'HIDDEN_DUE_TO_SECURITY_REASONS',
      },
      eventTime: row.eventTimeText,
      eventSource: row.eventSource,
      eventName: row.eventName,
      awsRegion: row.region,
      sourceIPAddress: row.sourceIp,
      userAgent: row.userAgent,
      ...(row.failureReason === null ? {} : { errorMessage: row.failureReason }),
      requestParameters: null,
      responseElements: { ConsoleLogin: row.outcome === 'failure' ? 'Failure' : 'Success' },
      additionalEventData: {
        LoginTo: row.loginTo,
        MobileVersion: 'No',
        MFAUsed: row.mfa === 'used' ? 'Yes' : 'No',
      },
      eventID: row.eventId,
      readOnly: false,
      eventType: row.eventType,
      managementEvent: true,
      recipientAccountId: row.recipientAccountId,
      eventCategory: 'Management',
    },
    null,
    1,
  )
}

function detailOf(row: SignInRow, notes: FakeNotes): SignInDetail {
  const raw = rawOf(row)
  const source = sources[60 + (row.id % 900)]
  return {
    row,
    outcomeBasis: row.outcome === 'not-stated' ? 'none' : 'responseElements',
    mfaBasis: row.mfa === 'not-visible' ? 'federated' : row.mfa === 'not-stated' ? 'none' : 'MFAUsed',
    mfaRaw: row.mfa === 'used' ? 'Yes' : row.mfa === 'not-used' ? 'No' : null,
    raw,
    rawIsUtf8: true,
    rawSha256: sha256Of(row.id + 40_000),
    sightings:
      source === undefined
        ? []
        : [
            {
              sourceId: source.id,
              path: source.path,
              shownPath: source.shownPath,
              status: source.status,
              recordNumber: 1 + (row.id % 27),
              recordsInSource: 61,
              byteStart: 48_213,
              byteEnd: 48_213 + raw.length,
              encoding: 'plain',
              sha256: source.sha256,
              contentSha256: source.contentSha256,
            },
          ],
    conflictsWith: [],
    amends: [],
    amendedBy: [],
    rawForm: 'record',
    rawHeader: null,
    notes: notes.of(row.id),
  }
}
