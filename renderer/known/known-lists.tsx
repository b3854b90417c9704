import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { type IpRange, isIn, readCidr, readIp, sizeOf } from '../../shared/domain/ip-address.ts'
import type { Known, KnownNetwork, NameKind } from '../../shared/domain/known.ts'
import { useCall, useEvent } from '../backend.tsx'

/** The examiner's own words about addresses and accounts, to stand beside the values. */
export interface KnownWords {
  readonly lists: Known
  /** The name given to a value, or null. */
  nameOf(kind: NameKind, value: string | null): string | null
  /** The narrowest network on the list that holds the address, or null. */
  networkOf(sourceIp: string | null): KnownNetwork | null
}

const nothing: Known = { networks: [], names: [] }
const KnownContext = createContext<KnownWords>(wordsOf(nothing))

export function useKnown(): KnownWords {
  return useContext(KnownContext)
}

/** Reads the lists of the open case, and again whenever they change. Without them nothing has a name. */
export function KnownProvider(props: { readonly children: ReactNode }) {
  const { data, refetch } = useCall('known.list', undefined)
  useEvent('case.changed', ({ what }) => {
    if (what === 'known') refetch()
  })
  const words = useMemo(() => wordsOf(data ?? nothing), [data])
  return <KnownContext value={words}>{props.children}</KnownContext>
}

/** Lists as answers; an address is looked for once, because rows ask again with every draw. */
export function wordsOf(lists: Known): KnownWords {
  const names = new Map(lists.names.map(({ kind, value, name }) => [`${kind} ${value}`, name]))
  const networks = lists.networks
    .flatMap((network): { network: KnownNetwork; range: IpRange }[] => {
      const range = readCidr(network.cidr)
      return range === null ? [] : [{ network, range }]
    })
    .sort((a, b) => (sizeOf(a.range) < sizeOf(b.range) ? -1 : 1))
  const found = new Map<string, KnownNetwork | null>()
  const look = (sourceIp: string): KnownNetwork | null => {
    const ip = readIp(sourceIp)
    return ip === null ? null : (networks.find(({ range }) => isIn(ip, range))?.network ?? null)
  }
  return {
    lists,
    nameOf: (kind, value) => (value === null ? null : (names.get(`${kind} ${value}`) ?? null)),
    networkOf(sourceIp) {
      if (sourceIp === null || networks.length === 0) return null
      const before = found.get(sourceIp)
      if (before !== undefined) return before
      const network = look(sourceIp)
      found.set(sourceIp, network)
      return network
    },
  }
}
