import type { DetectEvent } from '../event.ts'

/**
 * One rule at work. Records come in the order of time; those without a time come last. `sweep` forgets what is too
 * old to matter, so that memory follows the windows and not the archive.
 */
export interface Watcher {
  feed(event: DetectEvent): void
  sweep(now: number): void
  /** `lastTime` is the last time of the archive: what should have followed may lie behind it. */
  finish(lastTime: number): void
}
