import type { AddressFacts, AddressSet } from '../../shared/domain/address.ts'
import type { Known, KnownChange } from '../../shared/domain/known.ts'
import type { RelatedGroup, Relation } from '../../shared/domain/related.ts'
import type { SignInRow } from '../../shared/domain/sign-in.ts'
import { AppError } from '../../shared/errors.ts'
import type { Handlers, Served } from '../../shared/ipc/serve.ts'
import { slowBursts } from './fake-bursts.ts'
import { at, PRODUCTION, rows, SHARED } from './fake-case.ts'
import { fakeTags } from './fake-tags.ts'
import type { FakeViews } from './fake-timeline.ts'

type MarksCalls = Extract<
  keyof Handlers,
  | `tag.${string}`
  | `mark.${string}`
  | `known.${string}`
  | `address.${string}`
  | 'timeline.bursts'
  | 'event.related'
>

const author = 'M. Kobayashi'
const when = at(16, '01:22:00') * 1000

/** Tags, marks, lists, addresses and relations over the made-up rows, in memory. */
export function fakeMarks(
  emit: () => Served['emit'],
  views: FakeViews = new Map(),
): Pick<Handlers, MarksCalls> {
  const told = <T>(what: 'marks' | 'known' | 'addresses', answer: T): T => {
    emit()('case.changed', { what })
    return answer
  }
  const tags = fakeTags({
    by: { author, at: when },
    tags: [
      { id: 1, name: 'explained', color: 'green', events: 0 },
      { id: 2, name: 'suspect', color: 'red', events: 0 },
    ],
    has: (id) => {
      const row = rows.find((one) => one.id === id)
      const isStrange = row?.sourceIp?.startsWith('198.') === true && row.outcome === 'success'
      return [...(isStrange ? [2] : []), ...(id % 5 === 0 && id < 80 ? (['reviewed'] as const) : [])]
    },
    views,
    told: () => told('marks', undefined),
  })
  const bursts: Pick<Handlers, 'timeline.bursts'> = {
    'timeline.bursts': ({ view, rule }) => slowBursts(views.get(view) ?? [], rule),
  }
  return { ...tags, ...bursts, ...knownHandlers(told), ...addressHandlers, ...relationHandlers }
}

type Told = <T>(what: 'marks' | 'known' | 'addresses', answer: T) => T

function knownHandlers(told: Told): Pick<Handlers, Extract<MarksCalls, `known.${string}`>> {
  const line = { author, at: when }
  let known: Known = {
    networks: [
      { id: 1, cidr: '203.0.113.0/26', label: 'Tokyo office', trusted: true, ...line },
      { id: 2, cidr: '198.51.100.0/24', label: 'Hosting company, Amsterdam', trusted: false, ...line },
    ],
    names: [
      { kind: 'account', value: PRODUCTION, name: 'prod', ...line },
      { kind: 'account', value: SHARED, name: 'shared', ...line },
      { kind: 'address', value: '203.0.113.7', name: 'VPN gateway', ...line },
    ],
  }
  let before = known
  const change = (after: Known): KnownChange => {
    before = known
    known = after
    return told('known', { known, undo: 1 })
  }
  const without = (id: number) => known.networks.filter((one) => one.id !== id)
  return {
    'known.list': () => known,
    'known.addNetwork': (entry) => {
      if (!/^[\d.]+\/\d+$/.test(entry.cidr))
        throw new AppError('invalid-input', `"${entry.cidr}" is no network.`)
      return change({ ...known, networks: [...known.networks, { id: Date.now(), ...entry, ...line }] })
    },
    'known.changeNetwork': ({ id, ...entry }) =>
      change({ ...known, networks: [...without(id), { id, ...entry, ...line }] }),
    'known.removeNetwork': ({ id }) => change({ ...known, networks: without(id) }),
    'known.setName': (entry) => {
      const others = known.names.filter((one) => one.kind !== entry.kind || one.value !== entry.value)
      return change({ ...known, names: [...others, { ...entry, ...line }] })
    },
    'known.removeName': ({ kind, value }) =>
      change({ ...known, names: known.names.filter((one) => one.kind !== kind || one.value !== value) }),
    'known.undo': () => change(before).known,
    'known.import': () => ({
      ...change(known),
      added: 12,
      changed: 1,
      unchanged: 3,
      refused: [{ line: 9, problem: 'value' }],
    }),
    'known.export': () => ({ rows: known.networks.length + known.names.length }),
  }
}

const sets: AddressSet[] = [
  {
    name: 'geo-whois-asn-country',
    date: '2026-06-17',
    holds: ['country'],
    origin: 'shipped',
    path: null,
    credit: 'ip-location-db, CC0 1.0; registry statistics by nro.net, CC BY 4.0',
  },
  {
    name: 'asn',
    date: '2026-06-17',
    holds: ['network'],
    origin: 'shipped',
    path: null,
    credit: 'routeviews.org, DB-IP.com and nro.net, CC BY 4.0, merged by ip-location-db',
  },
]

const addressHandlers: Pick<Handlers, Extract<MarksCalls, `address.${string}`>> = {
  'address.sets': () => ({ sets, troubles: [], renewed: null }),
  'address.useSets': ({ paths }) => ({
    sets,
    troubles: paths.map((path) => ({ path, message: `${path} is not a sound MMDB file.` })),
    renewed: 0,
  }),
  'address.facts': ({ sourceIp }): AddressFacts => {
    const isStrange = sourceIp.startsWith('198.51.100.')
    return {
      sourceIp,
      kind: 'public',
      country: isStrange ? 'NL' : 'JP',
      networkNumber: isStrange ? 64_500 : 64_510,
      networkName: isStrange ? 'Example Hosting B.V.' : 'Example Telecom',
      dataset: sets.map(({ name, date }) => `${name} ${date}`).join('; '),
    }
  },
}

const relationHandlers: Pick<Handlers, 'event.related'> = {
  'event.related': ({ id, minutes }) => {
    const row = rows.find((one) => one.id === id)
    const time = row?.eventTime ?? null
    if (row === undefined || time === null) return { id, minutes, groups: [] }
    const group = (
      relation: Relation,
      value: string | null,
      of: (other: SignInRow) => boolean,
    ): RelatedGroup[] => {
      const found = rows.filter((other) => other.id !== id && other.eventTime !== null && of(other))
      if (found.length === 0 || value === null) return []
      return [{ relation, value, count: found.length, complete: true, rows: found.slice(0, 25) }]
    }
    const isNear = (other: SignInRow, span = minutes * 60) => Math.abs((other.eventTime ?? 0) - time) <= span
    const arn = row.principalArn
    return {
      id,
      minutes,
      groups: [
        ...group(
          'switch',
          arn,
          (other) => arn !== null && other.switchedFrom === arn && isNear(other, 43_200),
        ),
        ...group(
          'failures-before',
          row.sourceIp,
          (other) =>
            row.outcome === 'success' &&
            other.outcome === 'failure' &&
            other.sourceIp === row.sourceIp &&
            (other.eventTime ?? 0) < time &&
            isNear(other, 3600),
        ),
        ...group('principal', row.principalName, (o) => o.principalName === row.principalName && isNear(o)),
        ...group('address', row.sourceIp, (o) => o.sourceIp === row.sourceIp && isNear(o)),
      ],
    }
  },
}
