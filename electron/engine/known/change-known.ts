import { cidrText } from '../../../shared/domain/ip-address.ts'
import {
  type Known,
  type KnownChange,
  type KnownName,
  type KnownNetwork,
  type NameEntry,
  type NameKind,
  type NetworkEntry,
  nameableValue,
} from '../../../shared/domain/known.ts'
import { AppError } from '../../../shared/errors.ts'
import { applyEdits, type Keeping, type KnownEdit, knownLists } from './known-lists.ts'

/** Adds a network. Throws `invalid-input` for what is no network, and for one that is on the list. */
export function addNetwork(keeping: Keeping, entry: NetworkEntry): KnownChange {
  return change(keeping, (known) => {
    const cidr = cidrOf(entry.cidr)
    refuseTaken(known, cidr, null)
    return { of: 'network', before: null, after: networkLine(keeping, { ...entry, cidr }, 0) }
  })
}

/** Changes a network. Throws `not-found` and as `addNetwork`. */
export function changeNetwork(keeping: Keeping, id: number, entry: NetworkEntry): KnownChange {
  return change(keeping, (known) => {
    const before = networkNumbered(known, id)
    const cidr = cidrOf(entry.cidr)
    refuseTaken(known, cidr, id)
    return { of: 'network', before, after: networkLine(keeping, { ...entry, cidr }, id) }
  })
}

/** Takes a network off the list. Throws `not-found`. */
export function removeNetwork(keeping: Keeping, id: number): KnownChange {
  return change(keeping, (known) => ({ of: 'network', before: networkNumbered(known, id), after: null }))
}

/** Gives an address or an account a name, or another one. Throws `invalid-input` for what is neither. */
export function setName(keeping: Keeping, entry: NameEntry): KnownChange {
  return change(keeping, (known) => {
    const value = nameableValue(entry.kind, entry.value)
    if (value === null) {
      throw new AppError('invalid-input', `"${entry.value}" is not an ${entry.kind} that can have a name.`)
    }
    return {
      of: 'name',
      before: nameFor(known, entry.kind, value),
      after: nameLine(keeping, { ...entry, value }),
    }
  })
}

/** Takes a name away. Throws `not-found`. */
export function removeName(keeping: Keeping, kind: NameKind, value: string): KnownChange {
  return change(keeping, (known) => {
    const before = nameFor(known, kind, value)
    if (before === null) throw new AppError('not-found', `The ${kind} ${value} has no name.`)
    return { of: 'name', before, after: null }
  })
}

function change(keeping: Keeping, make: (known: Known) => KnownEdit): KnownChange {
  const number = applyEdits(keeping, 'known.changed', {}, () => [make(knownLists(keeping.db))])
  return { known: knownLists(keeping.db), undo: number }
}

export function networkLine({ actor }: Keeping, entry: NetworkEntry, id: number): KnownNetwork {
  return { id, ...entry, author: actor.name, at: actor.now() }
}

export function nameLine({ actor }: Keeping, entry: NameEntry): KnownName {
  return { ...entry, author: actor.name, at: actor.now() }
}

export function nameFor(known: Known, kind: NameKind, value: string): KnownName | null {
  return known.names.find((line) => line.kind === kind && line.value === value) ?? null
}

function cidrOf(text: string): string {
  const cidr = cidrText(text)
  if (cidr === null) throw new AppError('invalid-input', `"${text}" is no network such as 203.0.113.0/24.`)
  return cidr
}

function networkNumbered(known: Known, id: number): KnownNetwork {
  const found = known.networks.find((line) => line.id === id)
  if (found === undefined) throw new AppError('not-found', `No network ${id} on the list.`)
  return found
}

function refuseTaken(known: Known, cidr: string, except: number | null): void {
  if (known.networks.some((line) => line.cidr === cidr && line.id !== except)) {
    throw new AppError('invalid-input', `The network ${cidr} is on the list already.`)
  }
}
