import { useCallback, useEffect, useRef, useState } from 'react'
import type { ZoneName } from '../../shared/domain/units.ts'
import type {
  PaperSettings,
  SampleItem,
  SampleJudgement,
  SampleResult,
  WorkPaper,
} from '../../shared/domain/work-paper.ts'
import { type AppError, toAppError } from '../../shared/errors.ts'
import { paperTexts } from '../../shared/messages/paper-screen.ts'
import { sampleResultWords } from '../../shared/messages/work-paper.ts'
import { type CallState, useBackend, useCall } from '../backend.tsx'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { useToast } from '../ui/toast.tsx'

export interface Paper {
  /** What is shown; null until the case has answered. */
  readonly settings: PaperSettings | null
  /** False while the settings are only proposed. */
  readonly kept: boolean
  readonly run: CallState<WorkPaper>
  readonly error: AppError | null
  judgementsOf(item: SampleItem): readonly SampleJudgement[]
  apply(settings: PaperSettings): Promise<boolean>
  /** Answers whether it was saved. */
  judge(item: SampleItem, result: SampleResult, remark: string): Promise<boolean>
}

/** The work paper of the open case: its settings, its results, and the judgements on sampled records. */
export function usePaper(zone: ZoneName, skip: boolean): Paper {
  const backend = useBackend()
  const texts = useTexts(paperTexts)
  const language = useLanguage()
  const toast = useToast()
  const [state, setState] = useState<{ settings: PaperSettings; kept: boolean } | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [judged, setJudged] = useState<ReadonlyMap<number, readonly SampleJudgement[]>>(new Map())
  const latest = useRef(state)
  latest.current = state

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, since each proposal has a seed of its own
  useEffect(() => {
    let current = true
    backend.call('workPaper.settings', { zone }).then(
      (answer) => current && setState(answer),
      (cause: unknown) => current && setError(toAppError(cause)),
    )
    return () => {
      current = false
    }
  }, [backend])

  const settings = state?.settings ?? null
  const run = useCall('workPaper.run', settings ?? NEVER, { skip: skip || settings === null })

  const keep = useCallback(
    async (wanted: PaperSettings) => {
      await backend.call('workPaper.keep', wanted)
      setState({ settings: wanted, kept: true })
    },
    [backend],
  )

  const apply = async (wanted: PaperSettings): Promise<boolean> => {
    const before = latest.current
    try {
      await keep(wanted)
    } catch (cause) {
      setError(toAppError(cause))
      return false
    }
    setError(null)
    const undo = () =>
      void keep((before ?? { settings: wanted }).settings).then(
        () => toast({ tone: 'info', text: texts.undone }),
        () => toast({ tone: 'error', text: texts.failed }),
      )
    toast({
      tone: 'ok',
      text: texts.applied,
      ...(before?.kept === true ? { action: { label: texts.undo, run: undo } } : {}),
    })
    return true
  }

  const judgementsOf = (item: SampleItem) => judged.get(item.row.id) ?? item.judgements
  const put = async (id: number, result: SampleResult, remark: string) => {
    const all = await backend.call('workPaper.judge', { signInId: id, result, remark })
    setJudged((map) => new Map(map).set(id, all))
  }
  const judge = async (item: SampleItem, result: SampleResult, remark: string): Promise<boolean> => {
    const before = judgementsOf(item).at(-1)
    const { id } = item.row
    try {
      // The sample that is judged must be the one that is drawn again.
      if (state !== null && !state.kept) await keep(state.settings)
      await put(id, result, remark)
    } catch {
      toast({ tone: 'error', text: texts.failed })
      return false
    }
    const undo = () =>
      void put(id, before?.result ?? 'not-tested', before?.remark ?? '').then(
        () => toast({ tone: 'info', text: texts.undone }),
        () => toast({ tone: 'error', text: texts.failed }),
      )
    const word = sampleResultWords[language][result]
    toast({ tone: 'ok', text: texts.judgedToast(word), action: { label: texts.undo, run: undo } })
    return true
  }
  return { settings, kept: state?.kept ?? false, run, error, judgementsOf, apply, judge }
}

/** Stands in while there are no settings; nothing is asked with it. */
const NEVER: PaperSettings = {
  zone: 'UTC',
  from: 0,
  to: 1,
  officeHours: { days: [1], begin: '00:00', end: '24:00', holidays: [] },
  dormantDays: 1,
  bursts: { gapMinutes: 1, atLeast: 2 },
  sample: { size: 'records', amount: 1, seed: '-', byOutcome: false },
}
