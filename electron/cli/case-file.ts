import { existsSync } from 'node:fs'
import type { CaseDetails } from '../../shared/domain/case.ts'
import { AppError } from '../../shared/errors.ts'
import { createCase, openCase, readCase } from '../engine/case/open.ts'
import type { ReadableCase, WritableCase } from '../engine/case/rights.ts'
import { accountName } from '../engine/custody/account-name.ts'
import type { Actor } from '../engine/custody/log.ts'
import { openAddressLookup } from '../engine/enrich/address-lookup.ts'
import { renewAddresses } from '../engine/enrich/fill-addresses.ts'
import type { ToolInfo } from '../engine/tool.ts'

/** Who works on the command line: the name given, else the account on this machine. */
export function actorOf(tool: ToolInfo, examiner: string | undefined): Actor {
  return { name: examiner?.trim() || accountName(), tool, now: Date.now }
}

/**
 * Opens the case for reading, and closes it whatever happens. A case of an older version is brought up to date
 * first, which its custody log records.
 */
export async function reading<T>(
  path: string,
  tool: ToolInfo,
  use: (db: ReadableCase) => T | Promise<T>,
): Promise<T> {
  const db = readUpToDate(path, tool)
  try {
    return await use(db)
  } finally {
    db.close()
  }
}

function readUpToDate(path: string, tool: ToolInfo): ReturnType<typeof readCase> {
  try {
    return readCase(path)
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code !== 'case-older') throw cause
    const db = openCase(path, actorOf(tool, undefined))
    try {
      renewAddresses(db, openAddressLookup([]))
    } finally {
      db.close()
    }
    return readCase(path)
  }
}

/** Opens the case for work, and closes it whatever happens. `details` creates it when there is none. */
export async function working<T>(
  path: string,
  actor: Actor,
  details: CaseDetails | null,
  use: (db: WritableCase) => T | Promise<T>,
): Promise<T> {
  const db = details !== null && !existsSync(path) ? createCase(path, details, actor) : openCase(path, actor)
  try {
    return await use(db)
  } finally {
    db.close()
  }
}
