import { useEffect, useState } from 'react'
import type { FacetCounts, FacetName, SignInFilter } from '../../shared/domain/filter.ts'
import type { FindingRow } from '../../shared/domain/finding.ts'
import { anyFinding } from '../../shared/domain/finding.ts'
import type { NoteView } from '../../shared/domain/note.ts'
import type { SavedSearch } from '../../shared/domain/query.ts'
import { useBackend, useCall } from '../backend.tsx'

/** What the case holds that matches a text. */
export interface Found {
  /** The text these belong to. */
  readonly text: string
  readonly values: readonly FacetCounts[]
  /** Row numbers of the sign-ins with exactly this event ID; null when the text is no such ID. */
  readonly events: readonly number[] | null
}

const NOTHING: Found = { text: '', values: [], events: null }
const REST_MS = 120
const PER_FACET = 3
/** The facets whose values people type; the others have few values and stand in the rail. */
const ASKED: readonly FacetName[] = ['user', 'ip', 'account', 'tag', 'event', 'network', 'country', 'region']
/** Shorter texts are names, not event IDs. */
const ID_LENGTH = 16

/** Values of the case and an event by its ID, asked for when the typing rests. */
export function useFound(text: string, filter: SignInFilter): Found {
  const backend = useBackend()
  const [found, setFound] = useState<Found>(NOTHING)
  useEffect(() => {
    const search = text.trim()
    if (search.length < 2) {
      setFound(NOTHING)
      return
    }
    const stop = new AbortController()
    const ask = async () => {
      const isId = search.length >= ID_LENGTH && !/\s/.test(search)
      const [events, ...values] = await Promise.all([
        isId
          ? backend.call('sql.event', { eventId: search }, stop.signal).catch(() => [])
          : Promise.resolve(null),
        ...ASKED.map((facet) =>
          backend
            .call(
              'timeline.facetValues',
              { filter, facet, search: search.slice(0, 200), offset: 0, limit: PER_FACET },
              stop.signal,
            )
            .catch((): FacetCounts => ({ facet, values: [], more: 0 })),
        ),
      ])
      if (!stop.signal.aborted) setFound({ text, values, events })
    }
    const timer = window.setTimeout(() => void ask(), REST_MS)
    return () => {
      window.clearTimeout(timer)
      stop.abort()
    }
  }, [backend, text, filter])
  return found
}

/** Saved searches, notes and findings: few enough to be held while the palette is open. */
export function useKeptThings(): {
  readonly searches: readonly SavedSearch[]
  readonly notes: readonly NoteView[]
  readonly findings: readonly FindingRow[]
} {
  const searches = useCall('search.list', undefined)
  const notes = useCall('note.list', undefined)
  const findings = useCall('finding.list', anyFinding)
  return {
    searches: searches.data ?? [],
    notes: (notes.data ?? []).filter((note) => !note.removed),
    findings: findings.data?.rows ?? [],
  }
}
