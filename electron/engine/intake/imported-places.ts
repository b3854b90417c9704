import { access } from 'node:fs/promises'
import { isAbsolute } from 'node:path'
import type { ImportedPlace } from '../../../shared/domain/source.ts'
import type { ReadableCase } from '../case/rights.ts'

/**
 * The files and folders that imports of this case were given, each once, those given last first. A path that an older
 * version noted as it was typed, from a folder that nobody knows any more, is not to be found.
 */
export async function importedPlaces(db: ReadableCase): Promise<ImportedPlace[]> {
  const paths = db
    .prepare(
      `select given.value from import_run run, json_each(run.paths) given
       group by given.value order by max(run.id) desc, min(given.key)`,
    )
    .pluck()
    .all() as string[]
  return Promise.all(
    paths.map(async (path) => ({ path, isThere: isAbsolute(path) && (await isThere(path)) })),
  )
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
