import { useEffect, useState } from 'react'
import type { SignInDetail } from '../../shared/domain/sign-in.ts'
import type { AppError } from '../../shared/errors.ts'
import { useCall, useEvent } from '../backend.tsx'

/** While keys repeat, records are read only for the row on which they rest. */
const REST_MS = 60

export interface DetailState {
  /** All about the event `id`, or undefined until it has been read. */
  readonly detail: SignInDetail | undefined
  readonly error: AppError | undefined
  readonly slow: boolean
  refetch(): void
}

/** Reads one event, and reads it again when notes change. */
export function useDetail(id: number | null): DetailState {
  const [rested, setRested] = useState(id)
  useEffect(() => {
    const timer = window.setTimeout(() => setRested(id), REST_MS)
    return () => window.clearTimeout(timer)
  }, [id])
  const skip = rested === null
  const { data, error, slow, refetch } = useCall('event.detail', { id: rested ?? 1 }, { skip })
  useEvent('case.changed', ({ what }) => {
    if (!skip && what !== 'custody' && what !== 'details') refetch()
  })
  const current = id !== null && data?.row.id === id
  return { detail: current ? data : undefined, error: rested === id ? error : undefined, slow, refetch }
}
