import { existsSync, mkdirSync } from 'node:fs'
import type { Shell } from 'electron'
import type { AppInfo } from '../../shared/domain/settings.ts'
import { AppError } from '../../shared/errors.ts'
import type { MainHandlers } from '../../shared/ipc/serve.ts'
import type { DialogHandlers } from './dialogs.ts'
import type { RecentCases } from './recent-cases.ts'
import type { SettingsStore } from './settings-file.ts'

export interface MainNeeds {
  readonly info: AppInfo
  readonly settings: SettingsStore
  readonly recent: RecentCases
  readonly dialogs: DialogHandlers
  readonly shell: Pick<Shell, 'showItemInFolder'>
  readonly casesFolder: () => string
}

/** Answers the calls that only the main process can answer. */
export function mainHandlers({
  info,
  settings,
  recent,
  dialogs,
  shell,
  casesFolder,
}: MainNeeds): MainHandlers {
  return {
    ...dialogs,
    'app.info': () => info,
    'settings.get': () => settings.get(),
    'settings.set': (change) => settings.set(change),
    'recent.list': () => recent.list(),
    'recent.remember': (entry) => recent.remember(entry),
    'recent.forget': ({ path }) => recent.forget(path),
    'folder.cases': () => casesFolder(),
    'shell.showInFolder': ({ path }) => {
      // Electron stays silent about a path that is gone; the user should hear it.
      if (!existsSync(path)) throw new AppError('not-found', `${path} is not there.`)
      shell.showItemInFolder(path)
    },
  }
}

/** Makes the folder when it is missing and answers its path. Throws `AppError` with `write-failed`. */
export function madeFolder(path: string): string {
  try {
    mkdirSync(path, { recursive: true })
    return path
  } catch (cause) {
    throw new AppError('write-failed', `${path} could not be made.`, { cause })
  }
}
