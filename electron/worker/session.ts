import type { CaseDetails } from '../../shared/domain/case.ts'
import { AppError } from '../../shared/errors.ts'
import { createCase, openCase } from '../engine/case/open.ts'
import type { WritableCase } from '../engine/case/rights.ts'
import { caseDetails } from '../engine/case/summary.ts'
import { accountName } from '../engine/custody/account-name.ts'
import type { Actor } from '../engine/custody/log.ts'
import { createTimelineViews, type TimelineViews } from '../engine/timeline/views.ts'
import type { ToolInfo } from '../engine/tool.ts'

/** The case that is open, and who works on it. */
export interface OpenCase {
  readonly db: WritableCase
  readonly actor: Actor
  readonly views: TimelineViews
}

/** Holds at most one open case. */
export interface Session {
  create(path: string, details: CaseDetails): OpenCase
  open(path: string, examiner: string): OpenCase
  close(): void
  /** Throws `no-case-open`. */
  current(): OpenCase
  /** The examiner's name follows the case's details. */
  renamed(): void
}

export function createSession(tool: ToolInfo): Session {
  let now: OpenCase | null = null

  const actorNamed = (name: string): Actor => ({ name: name || accountName(), tool, now: Date.now })
  const hold = (db: WritableCase, actor: Actor): OpenCase => {
    now?.db.close()
    now = { db, actor, views: createTimelineViews(db) }
    return now
  }

  return {
    create(path, details) {
      const actor = actorNamed(details.examiner)
      return hold(createCase(path, details, actor), actor)
    },
    open(path, examiner) {
      const actor = actorNamed(examiner)
      return hold(openCase(path, actor), actor)
    },
    close() {
      now?.db.close()
      now = null
    },
    current() {
      if (now === null) throw new AppError('no-case-open', 'No case is open.')
      return now
    },
    renamed() {
      if (now === null) return
      now = { ...now, actor: actorNamed(caseDetails(now.db).examiner) }
    },
  }
}
