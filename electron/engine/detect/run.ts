import { setImmediate } from 'node:timers/promises'
import type { DetectionProgress } from '../../../shared/domain/finding.ts'
import { AppError } from '../../../shared/errors.ts'
import { readCase } from '../case/open.ts'
import type { ReadableCase, WritableCase } from '../case/rights.ts'
import type { Actor } from '../custody/log.ts'
import { basisOf } from './basis.ts'
import { atHand, impossibleFor } from './possible.ts'
import { readEvents } from './read-events.ts'
import { RULES } from './rules.ts'
import { type RunSums, saveRun } from './save-run.ts'
import { trustedNetworks } from './trusted.ts'
import type { Draft } from './watch/draft.ts'
import { watch } from './watch/watch.ts'
import type { Watcher } from './watch/watcher.ts'

export interface DetectHooks {
  readonly signal: AbortSignal
  onProgress(progress: DetectionProgress): void
}

/** Other calls get their turn after so long. */
const SLICE_MS = 25
const SWEEP_EVERY = 20_000
const LOOK_EVERY = 500

/**
 * Asks all rules of all sign-ins of a case, once through in the order of time, and keeps what they find. A finding
 * of an earlier run that is found again stays the same, with its judgement and notes. Throws `cancelled` when
 * `signal` is aborted; the findings of the run before then stay as they were.
 */
export async function runDetections(db: WritableCase, actor: Actor, hooks: DetectHooks): Promise<RunSums> {
  // What is asked is fixed before it is read: what changes meanwhile makes the findings out of date.
  const basis = basisOf(db)
  const reader = readCase(db.name)
  try {
    const drafts = await ask(reader, hooks)
    hooks.signal.throwIfAborted()
    return saveRun(db, actor, basis, drafts)
  } catch (cause) {
    if (hooks.signal.aborted) throw new AppError('cancelled', 'The rules were stopped.', { cause })
    throw cause
  } finally {
    reader.close()
  }
}

async function ask(reader: ReadableCase, { signal, onProgress }: DetectHooks): Promise<readonly Draft[]> {
  const { total } = reader.prepare('select count(*) as total from sign_in').get() as { total: number }
  const drafts: Draft[] = []
  const emit = (draft: Draft) => drafts.push(draft)
  const has = atHand(reader)
  const asked = RULES.filter((rule) => impossibleFor(rule, has) === null)
  const watchers: Watcher[] = []
  const byName = new Map<string, Watcher[]>()
  for (const rule of asked) {
    const watcher = watch(rule, emit)
    watchers.push(watcher)
    for (const name of rule.on) byName.set(name, [...(byName.get(name) ?? []), watcher])
  }
  const always = byName.get('*') ?? []

  let done = 0
  let lastTime = 0
  let sliceBegan = performance.now()
  for (const event of readEvents(reader, trustedNetworks(reader))) {
    for (const watcher of byName.get(event.eventName) ?? []) watcher.feed(event)
    for (const watcher of always) watcher.feed(event)
    done += 1
    if (event.time !== null) lastTime = event.time
    if (done % SWEEP_EVERY === 0) for (const watcher of watchers) watcher.sweep(lastTime)
    if (done % LOOK_EVERY !== 0 || performance.now() - sliceBegan < SLICE_MS) continue
    onProgress({ done, total, findings: drafts.length })
    await setImmediate()
    signal.throwIfAborted()
    sliceBegan = performance.now()
  }
  for (const watcher of watchers) watcher.finish(lastTime)
  onProgress({ done, total, findings: drafts.length })
  return drafts
}
