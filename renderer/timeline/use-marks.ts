import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { EventMarks, Tag } from '../../shared/domain/mark.ts'
import { useBackend, useCall, useEvent } from '../backend.tsx'
import type { RowWindow } from './use-row-window.ts'

/** Tags and marks of the rows near the screen. */
export interface RowMarks {
  /** By row number of the sign-in; rows that were not asked about yet are missing. */
  readonly of: ReadonlyMap<number, EventMarks>
  readonly tags: ReadonlyMap<number, Tag>
}

/** Rows above and below the screen whose marks are read ahead. */
const AHEAD = 40

/** Rows whose marks are kept while the list is scrolled. */
const KEPT = 5000

/** Reads tags and marks for the rows that are seen, and again after every change of marks. */
export function useMarks(rows: RowWindow): RowMarks & { readonly list: readonly Tag[] } {
  const backend = useBackend()
  const { data: list, refetch } = useCall('tag.list', undefined)
  const [of, setOf] = useState<ReadonlyMap<number, EventMarks>>(new Map())
  const asked = useRef({ ids: new Set<number>(), turn: 0 })
  const { state, firstSeen, rowsSeen, version } = rows

  const read = useCallback(() => {
    if (state === null) return
    const { fold, opened } = state
    const last = Math.min(fold.lines.count - 1, firstSeen + rowsSeen + AHEAD)
    const wanted: number[] = []
    for (let line = Math.max(0, firstSeen - AHEAD); line <= last; line += 1) {
      const at = fold.lines.lineAt(line)
      const row = at.kind === 'row' ? opened.cache.rowAt(at.index) : undefined
      if (row !== undefined && !asked.current.ids.has(row.id)) wanted.push(row.id)
    }
    if (wanted.length === 0) return
    const { ids, turn } = asked.current
    for (const id of wanted) ids.add(id)
    backend.call('mark.of', { ids: wanted }).then(
      (found) => {
        if (asked.current.turn !== turn) return
        const fresh = found.map((one) => [one.id, one] as const)
        if (ids.size > KEPT) asked.current = { ids: new Set(wanted), turn }
        const many = ids.size > KEPT
        setOf((known) => new Map(many ? fresh : [...known, ...fresh]))
      },
      () => {
        for (const id of wanted) ids.delete(id)
      },
    )
  }, [backend, state, firstSeen, rowsSeen])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` tells that rows have arrived
  useEffect(read, [read, version])
  useEvent('case.changed', ({ what }) => {
    if (what !== 'marks') return
    // What is shown stays until the new answer is here.
    asked.current = { ids: new Set(), turn: asked.current.turn + 1 }
    refetch()
    read()
  })
  const tags = useMemo(() => new Map((list ?? []).map((tag) => [tag.id, tag])), [list])
  return useMemo(() => ({ of, tags, list: list ?? [] }), [of, tags, list])
}
