import type { ImportOutcome, ImportProgress, ImportSums } from '../../shared/domain/source.ts'
import type { Handlers, Served } from '../../shared/ipc/serve.ts'
import { rows, sources } from './fake-case.ts'

const STEP_MS = 120

export interface FakeImport {
  readonly handlers: Pick<
    Handlers,
    'import.run' | 'import.prepare' | 'import.pause' | 'import.places' | 'import.ledger'
  >
}

const total = (of: readonly { readonly bytes: number | null }[]) =>
  of.reduce((sum, one) => sum + (one.bytes ?? 0), 0)

/** The sums after the oldest `count` files of the ledger; duplicates are a share that looks right. */
export function sumsAfter(count: number): ImportSums {
  const done = sources.slice(sources.length - count)
  const is = (status: string) => done.filter((one) => one.status === status).length
  const indexed = Math.round((rows.length * count) / sources.length)
  const duplicates = Math.floor(count / 30)
  return {
    found: sources.length,
    read: is('read'),
    partial: is('partial'),
    skipped: is('skipped'),
    failed: is('failed'),
    waiting: sources.length - count,
    unchanged: 0,
    renewed: 0,
    withdrawn: 0,
    records: done.reduce((sum, one) => sum + one.records, 0),
    signIns: indexed + duplicates,
    companions: 0,
    indexed,
    duplicates,
    conflicts: 0,
    bytesTotal: total(sources),
    bytesDone: total(done),
    inflatedBytes: total(done) * 8,
  }
}

/** An import that takes about `seconds`, can be paused and stopped, and ends with the whole made-up case. */
export function fakeImport(emit: () => Served['emit'], seconds: number): FakeImport {
  let done = sources.length
  let paused = false

  const outcome = (stopped: boolean, elapsed: number): ImportOutcome => {
    const seen = sources.slice(sources.length - done)
    const troubles = (statuses: readonly string[]) =>
      seen.flatMap((one) =>
        one.reason === null || !statuses.includes(one.status)
          ? []
          : [
              {
                path: one.path,
                code: one.reason,
                message: one.detail ?? one.reason,
                offset: one.offset,
                offsetIn: one.offsetIn,
              },
            ],
      )
    return {
      stopped,
      sums: sumsAfter(done),
      seconds: elapsed,
      skipped: troubles(['skipped']),
      failed: troubles(['partial', 'failed']),
    }
  }

  return {
    handlers: {
      'import.run': async (_input, { signal }) => {
        done = 0
        paused = false
        const steps = Math.max(1, Math.round((seconds * 1000) / STEP_MS))
        let elapsedMs = 0
        while (done < sources.length && !signal.aborted) {
          await new Promise((resolve) => setTimeout(resolve, STEP_MS))
          if (!paused) {
            done = Math.min(sources.length, done + Math.ceil(sources.length / steps))
            elapsedMs += STEP_MS
          }
          const progress: ImportProgress = {
            state: paused ? 'paused' : 'reading',
            sums: sumsAfter(done),
            current: sources[sources.length - done]?.shownPath ?? null,
            elapsedMs,
            share: done / sources.length,
            secondsLeft: elapsedMs < 1000 ? null : (seconds * 1000 - elapsedMs) / 1000,
          }
          emit()('import.progress', progress)
        }
        emit()('case.changed', { what: 'sign-ins' })
        return outcome(signal.aborted, elapsedMs / 1000)
      },
      'import.prepare': () => undefined,
      'import.pause': (input) => {
        paused = input.paused
      },
      'import.places': () => [
        { path: '/evidence/acme-org-trail', isThere: true },
        { path: '/media/usb/archive-2026-04.zip', isThere: false },
      ],
      'import.ledger': ({ view, offset, limit }) => {
        const seen = sources.slice(sources.length - done)
        const views = {
          all: seen,
          attention: seen.filter((one) => one.status !== 'read'),
          skipped: seen.filter((one) => one.status === 'skipped'),
          damaged: seen.filter((one) => one.status === 'partial' || one.status === 'failed'),
        }
        const counts = {
          all: views.all.length,
          attention: views.attention.length,
          skipped: views.skipped.length,
          damaged: views.damaged.length,
        }
        return { counts, rows: views[view].slice(offset, offset + limit) }
      },
    },
  }
}
