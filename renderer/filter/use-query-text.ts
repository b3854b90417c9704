import { useEffect, useRef, useState } from 'react'
import type { SignInFilter } from '../../shared/domain/filter.ts'
import type { QueryReading } from '../../shared/domain/query.ts'
import type { ZoneName } from '../../shared/domain/units.ts'
import { useBackend } from '../backend.tsx'
import { useClocks } from '../settings/settings.tsx'

/** A query is read, and searched for, when the typing rests this long. */
const REST_MS = 250

export interface QueryText {
  readonly text: string
  /** The zone in which times of this text are meant: that of the first clock when it was typed. */
  readonly zone: ZoneName
  /** How the text reads; null until the answer for exactly this text is here. */
  readonly reading: QueryReading | null
  /** Puts another text into the box. `now` searches without waiting. */
  write(text: string, now?: boolean): void
  /** Searches for the text as it stands. */
  search(): void
}

interface Typed {
  readonly text: string
  readonly zone: ZoneName
  /** False for a text that came from the filter: it is in force already. */
  readonly fresh: boolean
  readonly now: boolean
}

/**
 * The text in the box: shown as it is typed, put into the filter when the typing rests and the text can be read. One
 * that cannot be read leaves the filter as it is, so that the last search stays in force. Follows the filter otherwise.
 */
export function useQueryText(filter: SignInFilter, onChange: (filter: SignInFilter) => void): QueryText {
  const backend = useBackend()
  const { first } = useClocks()
  const [typed, setTyped] = useState<Typed>({
    text: filter.query,
    zone: filter.zone,
    fresh: false,
    now: true,
  })
  const [answer, setAnswer] = useState<{ readonly of: Typed; readonly reading: QueryReading } | null>(null)
  const latest = useRef({ filter, onChange, typed })
  latest.current = { filter, onChange, typed }

  useEffect(() => {
    const { text } = latest.current.typed
    if (text.trim() === filter.query.trim()) return
    setTyped({ text: filter.query, zone: filter.zone, fresh: false, now: true })
  }, [filter.query, filter.zone])

  useEffect(() => {
    const stop = new AbortController()
    const read = async () => {
      const { text, zone, fresh } = typed
      const reading = await backend.call('query.read', { query: text, zone }, stop.signal)
      if (stop.signal.aborted) return
      setAnswer({ of: typed, reading })
      const { filter: current, onChange: tell } = latest.current
      const changed = text !== current.query || (reading.times.length > 0 && zone !== current.zone)
      if (fresh && reading.problem === null && changed) tell({ ...current, query: text, zone })
    }
    // A call that fails leaves the text without marks; the list says what went wrong when it is asked.
    const timer = setTimeout(() => void read().catch(() => undefined), typed.now ? 0 : REST_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [backend, typed])

  return {
    text: typed.text,
    zone: typed.zone,
    reading: answer?.of === typed ? answer.reading : null,
    write: (text, now = false) => setTyped({ text, zone: first, fresh: true, now }),
    search: () => setTyped((before) => ({ ...before, now: true })),
  }
}
