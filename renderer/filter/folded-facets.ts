import { useCallback, useState } from 'react'
import { z } from 'zod'
import { FacetName } from '../../shared/domain/filter.ts'

const KEY = 'trailcase.folded-facets'
const Folded = z.array(FacetName)
/** Long values that are seldom looked through. */
const USUAL: readonly FacetName[] = ['agent']

/** Which sections of the rail are folded, remembered on this computer. It says nothing about any case. */
export function useFoldedFacets(): readonly [ReadonlySet<FacetName>, (facet: FacetName) => void] {
  const [folded, setFolded] = useState(read)
  const turn = useCallback((facet: FacetName) => {
    setFolded((now) => {
      const next = new Set(now)
      if (!next.delete(facet)) next.add(facet)
      write(next)
      return next
    })
  }, [])
  return [folded, turn]
}

function read(): ReadonlySet<FacetName> {
  try {
    const parsed = Folded.safeParse(JSON.parse(window.localStorage.getItem(KEY) ?? ''))
    return new Set(parsed.success ? parsed.data : USUAL)
  } catch {
    // Nothing was stored, or the store cannot be used: the rail looks as on the first day.
    return new Set(USUAL)
  }
}

function write(folded: ReadonlySet<FacetName>): void {
  try {
    window.localStorage.setItem(KEY, JSON.stringify([...folded]))
  } catch {
    // Without a store the choice holds for this window.
  }
}
