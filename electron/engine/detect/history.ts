/** What an archive has shown of one person so far. */
interface Past {
  signIns: number
  usedMfa: boolean
  readonly addresses: Set<string>
  readonly agents: Set<string>
  readonly countries: Set<string>
  readonly regions: Set<string>
}

/** The part of a successful sign-in that history is made of. */
export interface Step {
  readonly person: string | null
  readonly time: number | null
  readonly address: string | null
  readonly agentFamily: string | null
  readonly country: string | null
  readonly region: string | null
  readonly usedMfa: boolean
  readonly trusted: boolean
}

export interface News {
  readonly newAddress: boolean
  readonly newAgent: boolean
  readonly newCountry: boolean
  readonly newRegion: boolean
  readonly newPerson: boolean
  readonly usedMfaBefore: boolean
  readonly elsewhere: boolean
}

/** Before so many earlier sign-ins nothing is usual, so nothing is new. */
export const ENOUGH_SIGN_INS = 5
/** An archive must reach back so far before a person can be new in it. */
export const ENOUGH_DAYS = 30

const VALUES_AT_MOST = 2000
const DAY = 86_400

/** Remembers what was seen of each person: only finished sign-ins count, so that a stranger's tries teach nothing. */
export interface History {
  /** What is new about this record, before it is learnt. */
  newsOf(step: Step): News
  learn(step: Step): void
}

export function createHistory(): History {
  const people = new Map<string, Past>()
  let begin: number | null = null

  const isNew = (seen: ReadonlySet<string>, value: string | null) =>
    value !== null && seen.size > 0 && seen.size < VALUES_AT_MOST && !seen.has(value)

  return {
    newsOf({ person, time, address, agentFamily, country, region, trusted }) {
      const past = person === null ? undefined : people.get(person)
      const known = past !== undefined && past.signIns >= ENOUGH_SIGN_INS
      const old = begin !== null && time !== null && time - begin >= ENOUGH_DAYS * DAY
      return {
        newAddress: known && !trusted && isNew(past.addresses, address),
        newAgent: known && isNew(past.agents, agentFamily),
        newCountry: known && isNew(past.countries, country),
        newRegion: known && isNew(past.regions, region),
        newPerson: person !== null && past === undefined && old,
        usedMfaBefore: past?.usedMfa ?? false,
        elsewhere: address !== null && !trusted && !(past?.addresses.has(address) ?? false),
      }
    },
    learn({ person, time, address, agentFamily, country, region, usedMfa }) {
      if (time !== null) begin ??= time
      if (person === null) return
      let past = people.get(person)
      if (past === undefined) {
        past = {
          signIns: 0,
          usedMfa: false,
          addresses: new Set(),
          agents: new Set(),
          countries: new Set(),
          regions: new Set(),
        }
        people.set(person, past)
      }
      past.signIns += 1
      past.usedMfa ||= usedMfa
      for (const [seen, value] of [
        [past.addresses, address],
        [past.agents, agentFamily],
        [past.countries, country],
        [past.regions, region],
      ] as const) {
        if (value !== null && seen.size < VALUES_AT_MOST) seen.add(value)
      }
    },
  }
}
