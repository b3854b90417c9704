import { runVerification, verificationChecks } from '../../../electron/engine/integrity/runs.ts'
import type { IntegrityCheck, IntegrityRun } from '../../../shared/domain/integrity.ts'
import { freshCase, freshFolder, importInto } from '../open-case.ts'

export interface Verified {
  readonly run: IntegrityRun
  readonly digests: IntegrityCheck[]
  readonly logs: IntegrityCheck[]
  /** The one check of a digest or log whose key or path ends so. */
  of(ending: string): IntegrityCheck
}

/** Imports a folder into a new case and validates it. */
export async function verified(folder: string, ...keys: readonly string[]): Promise<Verified> {
  const one = freshCase(freshFolder())
  await importInto(one, [folder])
  const hooks = { signal: new AbortController().signal, onProgress: () => undefined }
  const run = await runVerification(one.db, one.actor, keys, hooks)
  const digests = verificationChecks(one.db, 'digests', 0, 1000).rows
  const logs = verificationChecks(one.db, 'logs', 0, 1000).rows
  return {
    run,
    digests,
    logs,
    of(ending) {
      const found = [...digests, ...logs].filter(({ object }) => object.endsWith(ending))
      if (found.length !== 1) throw new Error(`${found.length} checks for ${ending}`)
      return found[0] as IntegrityCheck
    },
  }
}

/** What a check says, short. */
export const brief = ({ verdict, level, fails }: IntegrityCheck) =>
  `${verdict} ${level}${fails ? ' fails' : ''}`
