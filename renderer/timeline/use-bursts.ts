import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Burst } from '../../shared/domain/burst.ts'
import type { BurstShows } from '../../shared/domain/folded-lines.ts'
import { burstTexts } from '../../shared/messages/bursts.ts'
import { useBackend } from '../backend.tsx'
import { useTexts } from '../settings/settings.tsx'
import { useToast } from '../ui/toast.tsx'
import { useKept } from '../ui/use-kept.ts'
import { type Fold, foldOf, plainFold } from './fold.ts'
import { type OpenedView, readBursts } from './view-rows.ts'

const NONE: readonly Burst[] = []

export interface Bursts {
  /** The lines of the result that is opened; null without one. */
  readonly fold: Fold | null
  readonly grouped: boolean
  /** How many bursts are open. */
  readonly open: number
  group(on: boolean): void
  /** Shows more or less of a burst, by its place in `fold.bursts`. */
  show(burst: number, how: BurstShows): void
  /** Opens the burst that hides row `index` of a result. */
  uncover(of: OpenedView, index: number): void
}

/** A burst is the same one in another result when it comes from the same address and begins at the same time. */
const nameOf = (burst: Burst) => `${burst.sourceIp} ${burst.firstTime}`

const hasRow = ({ ranges }: Burst, index: number) =>
  ranges.some((start, at) => at % 2 === 0 && index >= start && index < start + (ranges[at + 1] ?? 0))

/** Finds the bursts of a result and remembers which are open, also over changes of the filter. */
export function useBursts(
  casePath: string,
  opened: OpenedView | null,
  grouped: boolean,
  group: (on: boolean) => void,
): Bursts {
  const backend = useBackend()
  const texts = useTexts(burstTexts)
  const toast = useToast()
  const [shows, setShows] = useKept<ReadonlyMap<string, BurstShows>>(`${casePath} bursts`, new Map())
  const [late, setLate] = useState<{ readonly view: number; readonly bursts: readonly Burst[] } | null>(null)
  const view = opened?.view.view
  const later = opened?.laterBursts ?? null
  const missing = grouped && opened !== null && opened.bursts === null

  // A result that took long was shown without its bursts; they fold its rows when they are here.
  useEffect(() => {
    if (!missing || view === undefined) return
    const stop = new AbortController()
    const found = later ?? readBursts(backend, view, stop.signal)
    found.then(
      (bursts) => {
        if (!stop.signal.aborted) setLate({ view, bursts })
      },
      () => {
        if (stop.signal.aborted) return
        setLate({ view, bursts: NONE })
        toast({ tone: 'info', text: texts.failed })
      },
    )
    return () => stop.abort()
  }, [backend, missing, view, later, toast, texts])

  const found = opened?.bursts ?? (late?.view === view ? late?.bursts : undefined) ?? NONE
  const bursts = grouped ? found : NONE
  const rows = opened?.cache.count
  const states = useMemo(
    () =>
      new Map(
        bursts.flatMap((burst, at) => {
          const how = shows.get(nameOf(burst))
          return how === undefined || how === 'line' ? [] : [[at, how] as const]
        }),
      ),
    [bursts, shows],
  )
  // A fold belongs to its result, also when two results have the same number of rows.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `opened` stands for the rows
  const fold = useMemo(() => {
    if (rows === undefined) return null
    return bursts.length === 0 ? plainFold(rows) : foldOf(rows, bursts, states)
  }, [opened, rows, bursts, states])

  const show = useCallback(
    (burst: number, how: BurstShows) => {
      const of = bursts[burst]
      if (of !== undefined) setShows((now) => new Map(now).set(nameOf(of), how))
    },
    [bursts, setShows],
  )
  const uncover = useCallback(
    (of: OpenedView, index: number) => {
      const hides = (of.bursts ?? NONE).find((burst) => hasRow(burst, index))
      if (hides !== undefined) setShows((now) => new Map(now).set(nameOf(hides), 'all'))
    },
    [setShows],
  )
  return { fold, grouped, open: states.size, group, show, uncover }
}
