import { join } from 'node:path'
import { app, dialog, Menu, nativeTheme, protocol, session, shell, utilityProcess } from 'electron'
import { type Served, serve } from '../../shared/ipc/serve.ts'
import { menuText } from '../../shared/messages/menu.ts'
import { nativeDialogText } from '../../shared/messages/native-dialogs.ts'
import { APP_SCHEME, appFiles } from './app-files.ts'
import { serveChildProcesses } from './child-processes.ts'
import { dialogHandlers } from './dialogs.ts'
import { offerReload } from './failure.ts'
import { forwardTo } from './forward.ts'
import { madeFolder, mainHandlers } from './handlers.ts'
import type { Log } from './log.ts'
import { menuTemplate } from './menu.ts'
import { openRecentCases } from './recent-cases.ts'
import { lockSession } from './security.ts'
import { defaultSettings, loginName, openSettings } from './settings-file.ts'
import { loadStartPage, makeWindow, showAgain } from './window.ts'
import { onEachDocument } from './window-port.ts'
import { type EngineHost, engineHost } from './worker-host.ts'

/** Joins all parts of the main process and opens the window. Runs once, when Electron is ready. */
export async function startTrailcase(log: Log, development: boolean): Promise<void> {
  const userData = app.getPath('userData')
  const systemZone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  log('info', 'app.start', { version: app.getVersion(), platform: process.platform, development })

  const facts = { locale: app.getLocale(), zone: systemZone, userName: loginName(process.env) }
  const settings = openSettings(userData, defaultSettings(facts), log)
  const casesFolder = () => madeFolder(join(app.getPath('documents'), 'Trailcase'))
  const language = () => settings.get().language

  lockSession(session.defaultSession, log, development)
  protocol.handle(APP_SCHEME, appFiles(join(import.meta.dirname, '../renderer')))
  nativeTheme.themeSource = settings.get().theme

  let page: Served | undefined
  const entry = join(import.meta.dirname, 'engine.js')
  const engine = engineHost(
    entry,
    log,
    (name, body) => page?.emit(name, body),
    (port) => serveChildProcesses(port, utilityProcess, entry, log),
  )
  stopBeforeQuit(engine)

  const window = makeWindow(development)
  const text = () => nativeDialogText[language()]
  const handlers = {
    ...forwardTo(engine),
    ...mainHandlers({
      info: {
        version: app.getVersion(),
        runtime: `Electron ${process.versions.electron}`,
        platform: `${process.platform} ${process.arch}`,
        systemZone,
      },
      settings,
      recent: openRecentCases(userData, log),
      dialogs: dialogHandlers({ dialog, window: () => window, text, casesFolder }),
      shell,
      casesFolder,
    }),
  }
  onEachDocument(window.webContents, (port) => {
    page = serve(port, handlers, { checkOutput: development })
  })
  offerReload(window, language, log)
  app.on('second-instance', () => showAgain(window))

  const showMenu = () => {
    const template = menuTemplate({
      text: menuText[language()],
      mac: process.platform === 'darwin',
      development,
      onCommand: (command) => page?.emit('menu.command', { command }),
    })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }
  showMenu()
  settings.onChange(({ theme }) => {
    nativeTheme.themeSource = theme
    showMenu()
  })

  await loadStartPage(window)
}

/** Gives the engine time to close the case; the quit goes on when it has. */
function stopBeforeQuit(engine: EngineHost): void {
  let stopped = false
  app.on('will-quit', (event) => {
    if (stopped) return
    event.preventDefault()
    void engine.stop().finally(() => {
      stopped = true
      app.quit()
    })
  })
}
