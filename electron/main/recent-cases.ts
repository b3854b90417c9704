import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { RecentCase } from '../../shared/domain/case.ts'
import type { Log } from './log.ts'
import { readStored, writeStored } from './stored-json.ts'

const StoredCase = RecentCase.omit({ present: true })
const Stored = z.array(StoredCase)
const MOST = 20

export interface RecentCases {
  /** Newest first. `present` is looked up at the time of the call. */
  list(): RecentCase[]
  /** Puts a case in front; a path stands in the list once. */
  remember(entry: Omit<z.output<typeof StoredCase>, 'openedAt'>): void
  forget(path: string): void
}

/** Opens `recent-cases.json` in `folder`. `now` gives milliseconds since 1970. */
export function openRecentCases(folder: string, log: Log, now: () => number = Date.now): RecentCases {
  const file = join(folder, 'recent-cases.json')
  let entries = readStored(file, Stored, log) ?? []
  const keep = (next: z.output<typeof Stored>) => {
    writeStored(file, next)
    entries = next
  }
  const without = (path: string) => entries.filter((entry) => entry.path !== path)
  return {
    list: () => entries.map((entry) => ({ ...entry, present: existsSync(entry.path) })),
    remember: (entry) => keep([{ ...entry, openedAt: now() }, ...without(entry.path)].slice(0, MOST)),
    forget: (path) => keep(without(path)),
  }
}
