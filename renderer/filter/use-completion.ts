import { useEffect, useState } from 'react'
import type { SignInFilter } from '../../shared/domain/filter.ts'
import type { QueryCompletion } from '../../shared/domain/query.ts'
import { useBackend } from '../backend.tsx'

const REST_MS = 60
const LIMIT = 50

/** Where the caret stands, and whether suggestions were asked for though nothing is typed yet. */
export interface CompletionAsk {
  readonly text: string
  readonly caret: number
  readonly asked: boolean
}

export interface Suggestions extends QueryCompletion {
  /** The text for which they hold; over another text they must not be taken. */
  readonly of: CompletionAsk
}

/** What fits at the caret. Null while nothing is asked for or nothing fits; a newer question cancels the older one. */
export function useCompletion(filter: SignInFilter, ask: CompletionAsk | null): Suggestions | null {
  const backend = useBackend()
  const [found, setFound] = useState<Suggestions | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the filter is that of the moment of the question
  useEffect(() => {
    if (ask === null) {
      setFound(null)
      return
    }
    const stop = new AbortController()
    const { text, caret } = ask
    const timer = setTimeout(() => {
      backend
        .call('query.complete', { filter: { ...filter, query: text }, caret, limit: LIMIT }, stop.signal)
        .then(
          (completion) => {
            if (!stop.signal.aborted) setFound(useful(completion, ask) ? { ...completion, of: ask } : null)
          },
          () => undefined,
        )
    }, REST_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [backend, ask])
  return found
}

/** Fields are offered for a beginning, values always; never only what is written there already. */
function useful({ from, to, field, suggestions }: QueryCompletion, { text, asked }: CompletionAsk): boolean {
  if (suggestions.length === 0) return false
  if (field === null && from === to && !asked) return false
  return suggestions.length > 1 || suggestions[0]?.insert.trim() !== text.slice(from, to)
}
