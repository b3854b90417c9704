import { onlyAfterReady } from './setup.ts'
import { strict } from './strict.ts'

/** Dialogs that are closed without a choice. A test replaces the function it needs. */
export const dialog = strict('dialog', {
  showOpenDialog: async () => {
    onlyAfterReady('dialog.showOpenDialog')
    return { canceled: true, filePaths: [] as string[] }
  },
  showSaveDialog: async () => {
    onlyAfterReady('dialog.showSaveDialog')
    return { canceled: true, filePath: '' }
  },
  showMessageBox: async (_window: unknown, { cancelId = 0 }: { cancelId?: number }) => {
    onlyAfterReady('dialog.showMessageBox')
    return { response: cancelId, checkboxChecked: false }
  },
  showMessageBoxSync: (_window: unknown, { cancelId = 0 }: { cancelId?: number }) => {
    onlyAfterReady('dialog.showMessageBoxSync')
    return cancelId
  },
  showErrorBox: (title: string, content: string) => console.error(`${title}\n${content}`),
})

/** Opens nothing. A test that wants to see a call replaces the function. */
export const shell = strict('shell', {
  showItemInFolder: (_path: string) => undefined,
})
