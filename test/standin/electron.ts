// What `import ... from 'electron'` means in the stand-in. A name that is missing here fails when the app's module
// is linked, so nothing of Electron can be used without having been thought about.
import { setup } from './main/setup.ts'

export { app } from './main/app.ts'
export { BrowserWindow } from './main/browser-window.ts'
export { dialog, shell } from './main/dialog.ts'
export { Menu } from './main/menu.ts'
export { nativeTheme } from './main/native-theme.ts'
export { protocol, session } from './main/session.ts'
export { utilityProcess } from './main/utility-process.ts'

Object.defineProperty(process, 'type', { value: 'browser' })
Object.defineProperty(process, 'resourcesPath', { value: setup.appPath })
Object.defineProperty(process.versions, 'electron', { value: 'stand-in' })
