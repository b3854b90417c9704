import { existsSync } from 'node:fs'
import type { CaseDetails } from '../../shared/domain/case.ts'
import { AppError } from '../../shared/errors.ts'
import { createCase, openCase, readCase } from '../engine/case/open.ts'
import type { ReadableCase, WritableCase } from '../engine/case/rights.ts'
import { accountName } from '../engine/custody/account-name.ts'
import { closeCase } from '../engine/custody/close-case.ts'
import type { Actor } from '../engine/custody/log.ts'
import { openAddressLookup } from '../engine/enrich/address-lookup.ts'
import { renewAddresses } from '../engine/enrich/fill-addresses.ts'
import type { ToolInfo } from '../engine/tool.ts'
import { complain } from './print.ts'

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
  const db = await readUpToDate(path, tool)
  try {
    return await use(db)
  } finally {
    db.close()
  }
}

async function readUpToDate(path: string, tool: ToolInfo): Promise<ReturnType<typeof readCase>> {
  try {
    return readCase(path)
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code !== 'case-older') throw cause
    const actor = actorOf(tool, undefined)
    const db = openCase(path, actor)
    try {
      renewAddresses(db, openAddressLookup([]))
    } finally {
      await sealAndClose(db, actor)
    }
    return readCase(path)
  }
}

/**
 * Opens the case for work; seals and closes it whatever happens, and says the seal on stderr. `details` creates it when
 * there is none.
 */
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
    await sealAndClose(db, actor)
  }
}

/** A first interrupt while it seals leaves the seal out; the log then says so. */
async function sealAndClose(db: WritableCase, actor: Actor): Promise<void> {
  const stop = new AbortController()
  const skip = () => stop.abort()
  process.once('SIGINT', skip)
  const shown = process.stderr.isTTY === true
  const { seal, unsealed } = await closeCase(db, actor, {
    signal: stop.signal,
    onProgress: ({ done, total }) => {
      if (shown && total > 0) process.stderr.write(`\rsealing: ${done} of ${total} rows \u001b[K`)
    },
  })
  process.off('SIGINT', skip)
  if (shown) process.stderr.write('\r\u001b[K')
  if (seal !== null) complain(`Sealed as entry ${seal.entry} of the custody log: ${seal.hash}`)
  else complain(NOT_SEALED[unsealed ?? 'failed'])
}

const NOT_SEALED = {
  skipped: 'The case was closed without a seal, as you wished; its custody log says so.',
  'in-use': 'The case was not sealed: another process is at work in it.',
  failed: 'The case was closed without a seal: it could not be written.',
} as const
