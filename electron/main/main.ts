import { join } from 'node:path'
import { app, protocol } from 'electron'
import { keepOldObjectsFew } from './engine-memory.ts'
import { failureDialogs } from './failure.ts'
import { openLog } from './log.ts'
import { lockContents, quietBrowser, registerAppScheme } from './security.ts'
import { startTrailcase } from './start.ts'

// Nothing here may wait at top level: Electron is ready only after this module has run to its end.
const development = !app.isPackaged
const logFolder = join(app.getPath('userData'), 'log')
const log = openLog(logFolder)
const failure = failureDialogs(log, logFolder)

process.on('uncaughtException', failure.unexpected)
process.on('unhandledRejection', failure.unexpected)
keepOldObjectsFew()
quietBrowser(app)
registerAppScheme(protocol)

// A second start only brings the first one to the front: two programs must not write one settings file.
if (app.requestSingleInstanceLock()) {
  app.on('web-contents-created', (_event, contents) => lockContents(contents, log))
  app.on('window-all-closed', () => app.quit())
  app
    .whenReady()
    .then(() => startTrailcase(log, development))
    .catch(failure.cannotStart)
} else {
  app.quit()
}
