import { useCallback, useEffect, useRef, useState } from 'react'
import type { PatternProgress, PatternQuestion, PatternRun } from '../../shared/domain/pattern.ts'
import { type AppError, toAppError } from '../../shared/errors.ts'
import { useBackend, useEvent } from '../backend.tsx'
import { useKept } from '../ui/use-kept.ts'

/** A result and the question it answers. */
export interface Answered {
  readonly question: PatternQuestion
  readonly run: PatternRun
}

export interface PatternRunState {
  /** The newest result; it stays while the next one is on its way. */
  readonly answered: Answered | null
  readonly running: boolean
  readonly progress: PatternProgress | null
  readonly stopped: boolean
  readonly error: AppError | null
  /** Records have come in since the result. */
  readonly outdated: boolean
  start(question: PatternQuestion): void
  stop(): void
  /** The engine does not keep the result any more, after others or another case. */
  forget(): void
}

/** Runs patterns one at a time; a new run takes the place of one that is under way. */
export function usePatternRun(casePath: string): PatternRunState {
  const backend = useBackend()
  const [answered, setAnswered] = useKept<Answered | null>(`${casePath} pattern result`, null)
  const [outdated, setOutdated] = useKept(`${casePath} pattern outdated`, false)
  const [progress, setProgress] = useState<PatternProgress | null>(null)
  const [running, setRunning] = useState(false)
  const [stopped, setStopped] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const current = useRef<AbortController | null>(null)

  useEvent('pattern.progress', (now) => {
    if (current.current !== null) setProgress(now)
  })
  useEvent('case.changed', ({ what }) => {
    if (what === 'sign-ins') setOutdated(true)
  })
  useEffect(() => () => current.current?.abort(), [])

  const start = useCallback(
    (question: PatternQuestion) => {
      current.current?.abort()
      const stop = new AbortController()
      current.current = stop
      setRunning(true)
      setStopped(false)
      setError(null)
      setProgress(null)
      const settle = (apply: () => void) => {
        if (current.current !== stop) return
        current.current = null
        setRunning(false)
        apply()
      }
      backend.call('pattern.run', question, stop.signal).then(
        (run) =>
          settle(() => {
            setAnswered({ question, run })
            setOutdated(false)
          }),
        (cause: unknown) =>
          settle(() => {
            const failure = toAppError(cause)
            if (failure.code === 'cancelled') setStopped(true)
            else setError(failure)
          }),
      )
    },
    [backend, setAnswered, setOutdated],
  )
  const stop = useCallback(() => current.current?.abort(), [])
  const forget = useCallback(() => setAnswered(null), [setAnswered])
  return { answered, running, progress, stopped, error, outdated, start, stop, forget }
}
