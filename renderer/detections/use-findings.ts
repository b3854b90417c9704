import { useCallback, useEffect, useMemo, useState } from 'react'
import type { FindingDetail, FindingFilter, FindingRow } from '../../shared/domain/finding.ts'
import type { AppError } from '../../shared/errors.ts'
import { useCall, useEvent } from '../backend.tsx'

export interface Findings {
  /** Undefined until the first answer. */
  readonly rows: readonly FindingRow[] | undefined
  readonly total: number
  readonly error: AppError | undefined
  readonly slow: boolean
  readonly detail: FindingDetail | undefined
  readonly detailError: AppError | undefined
  /** A newer state of the chosen finding, from a call that changed it. */
  put(detail: FindingDetail): void
  retry(): void
}

/** The list that passes `filter`, and all about the chosen finding; both follow what changes in the case. */
export function useFindings(filter: FindingFilter, chosen: number | null): Findings {
  const list = useCall('finding.list', filter)
  const one = useCall('finding.detail', { id: chosen ?? 1 }, { skip: chosen === null })
  const [newer, setNewer] = useState<FindingDetail>()
  useEvent('case.changed', ({ what }) => {
    if (what !== 'findings' && what !== 'sign-ins') return
    list.refetch()
    if (chosen !== null) one.refetch()
  })
  // What a call answered holds only until the next reading.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another reading is another `data`
  useEffect(() => setNewer(undefined), [one.data])
  const put = useCallback((detail: FindingDetail) => setNewer(detail), [])
  const read = newer?.row.id === chosen ? newer : one.data
  return useMemo(
    () => ({
      rows: list.data?.rows,
      total: list.data?.total ?? 0,
      error: list.error,
      slow: list.slow,
      detail: read?.row.id === chosen ? read : undefined,
      detailError: one.error,
      put,
      retry: list.refetch,
    }),
    [list.data, list.error, list.slow, list.refetch, read, one.error, chosen, put],
  )
}
