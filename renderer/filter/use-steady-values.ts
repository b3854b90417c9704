import { useMemo, useRef } from 'react'
import type { FacetCounts } from '../../shared/domain/filter.ts'
import { type CountedValue, steadyValues } from './facet-values.ts'

/** Values that keep the place in which they were first shown; chosen ones are there even if they never occurred. */
export function useSteadyValues(
  now: FacetCounts | undefined,
  also: readonly string[],
): readonly CountedValue[] {
  const known = useRef<readonly CountedValue[]>([])
  const key = also.join('\n')
  return useMemo(() => {
    if (now !== undefined) known.current = steadyValues(known.current, now.values, now.more === 0)
    const missing = (key === '' ? [] : key.split('\n')).filter(
      (one) => !known.current.some((value) => value.key === one),
    )
    return [...known.current, ...missing.map((one) => ({ key: one, count: 0, kind: null, name: null }))]
  }, [now, key])
}
