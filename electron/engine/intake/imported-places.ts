import { access } from 'node:fs/promises'
import { isAbsolute } from 'node:path'
import type { ImportedPlace } from '../../../shared/domain/source.ts'
import type { ReadableCase } from '../case/rights.ts'

/** A share of another computer, as Windows writes it. */
const ON_A_SHARE = /^[\\/]{2}/

/**
 * The files and folders that imports of this case were given, each once, those given last first. A path that an older
 * version noted as it was typed, from a folder that nobody knows any more, is not to be found. A share is not looked at
 * before somebody wants it read: the case may come from a stranger, and looking would tell another computer who is here.
 */
export async function importedPlaces(db: ReadableCase): Promise<ImportedPlace[]> {
  const paths = db
    .prepare(
      `select given.value from import_run run, json_each(run.paths) given
       group by given.value order by max(run.id) desc, min(given.key)`,
    )
    .pluck()
    .all() as string[]
  return Promise.all(paths.map(async (path) => ({ path, isThere: await mayBeThere(path) })))
}

async function mayBeThere(path: string): Promise<boolean> {
  if (!isAbsolute(path)) return false
  if (ON_A_SHARE.test(path)) return true
  return access(path).then(
    () => true,
    () => false,
  )
}
