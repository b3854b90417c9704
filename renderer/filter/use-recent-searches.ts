import { useCallback } from 'react'
import type { ZoneName } from '../../shared/domain/units.ts'
import { useKept } from '../ui/use-kept.ts'

export interface RecentSearch {
  readonly query: string
  readonly zone: ZoneName
}

const MOST = 8

/** The last searches of a case in this window, newest first. They are not written anywhere. */
export function useRecentSearches(
  casePath: string,
): readonly [readonly RecentSearch[], (search: RecentSearch) => void] {
  const [recent, setRecent] = useKept<readonly RecentSearch[]>(`recent searches ${casePath}`, [])
  const remember = useCallback(
    ({ query, zone }: RecentSearch) => {
      const text = query.trim()
      if (text === '') return
      setRecent((before) => {
        const [newest] = before
        if (newest?.query === text && newest.zone === zone) return before
        const others = before.filter((search) => search.query !== text || search.zone !== zone)
        return [{ query: text, zone }, ...others].slice(0, MOST)
      })
    },
    [setRecent],
  )
  return [recent, remember]
}
