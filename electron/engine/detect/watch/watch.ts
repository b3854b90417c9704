import type { Rule } from '../rule.ts'
import { watchBurst } from './burst.ts'
import type { Emit } from './draft.ts'
import { watchEach } from './each.ts'
import { watchMissing } from './missing.ts'
import { watchSequence } from './sequence.ts'
import { watchShare } from './share.ts'
import { watchUnusual } from './unusual.ts'
import type { Watcher } from './watcher.ts'

/** Puts a rule to work. */
export function watch(rule: Rule, emit: Emit): Watcher {
  switch (rule.kind) {
    case 'each':
      return watchEach(rule, emit)
    case 'burst':
      return watchBurst(rule, emit)
    case 'sequence':
      return watchSequence(rule, emit)
    case 'missing':
      return watchMissing(rule, emit)
    case 'unusual':
      return watchUnusual(rule, emit)
    case 'share':
      return watchShare(rule, emit)
  }
}
