import type { ExportFormat, ReportProgress, WrittenFile } from '../../shared/domain/report.ts'
import type { AppError } from '../../shared/errors.ts'
import type { Backend } from '../backend.tsx'

/** The newest file of a case that was asked for, and what came of it. */
export interface SaveJob {
  readonly casePath: string
  /** The format that is being written now. */
  readonly saving: ExportFormat | null
  /** The engine was asked to stop and has not answered yet. */
  readonly stopping: boolean
  readonly progress: ReportProgress | null
  readonly written: WrittenFile | null
  readonly error: AppError | null
  /** The engine stopped: there is no file of it. */
  readonly cancelled: boolean
}

/** Holds the job apart from the screen: it goes on, and can be cancelled, after a visit to another screen. */
export interface SaveJobStore {
  get(): SaveJob
  set(change: Partial<SaveJob>): void
  /** Forgets what came of the last job. Null while one runs. */
  begin(casePath: string, saving: ExportFormat): AbortSignal | null
  stop(): void
  subscribe(listener: () => void): () => void
}

export function idleJob(casePath: string): SaveJob {
  return {
    casePath,
    saving: null,
    stopping: false,
    progress: null,
    written: null,
    error: null,
    cancelled: false,
  }
}

const stores = new WeakMap<Backend, SaveJobStore>()

/** The one store of a window. */
export function saveJobOf(backend: Backend): SaveJobStore {
  const store = stores.get(backend) ?? makeStore()
  stores.set(backend, store)
  return store
}

function makeStore(): SaveJobStore {
  let job = idleJob('')
  let stopper = new AbortController()
  const listeners = new Set<() => void>()
  const set = (change: Partial<SaveJob>) => {
    job = { ...job, ...change }
    for (const listener of listeners) listener()
  }
  return {
    get: () => job,
    set,
    begin(casePath, saving) {
      if (job.saving !== null) return null
      stopper = new AbortController()
      set({ ...idleJob(casePath), saving })
      return stopper.signal
    },
    stop() {
      if (job.saving === null) return
      set({ stopping: true })
      stopper.abort()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
