import { existsSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import type { BrowserWindow, Dialog, FileFilter, OpenDialogOptions } from 'electron'
import type { MainHandlers } from '../../shared/ipc/serve.ts'
import type { NativeDialogText } from '../../shared/messages/native-dialogs.ts'

export type DialogHandlers = Pick<
  MainHandlers,
  | 'dialog.pickFolder'
  | 'dialog.pickFiles'
  | 'dialog.pickData'
  | 'dialog.pickCase'
  | 'dialog.saveCase'
  | 'dialog.saveFile'
>

export interface DialogNeeds {
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox'>
  readonly window: () => BrowserWindow
  readonly text: () => NativeDialogText
  /** Where the program keeps cases; made when it is missing. */
  readonly casesFolder: () => string
}

const CASE = 'trailcase'

/** The dialogs of the operating system. A dialog that is closed without a choice answers null, or no files. */
export function dialogHandlers({ dialog, window, text, casesFolder }: DialogNeeds): DialogHandlers {
  const open = async (options: OpenDialogOptions) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window(), options)
    return canceled ? [] : filePaths
  }

  const save = async (title: string, suggestedName: string, filter: FileFilter): Promise<string | null> => {
    const extension = filter.extensions[0] ?? ''
    const { canceled, filePath } = await dialog.showSaveDialog(window(), {
      title,
      // The name comes from the page: it may name a file, never a folder.
      defaultPath: join(casesFolder(), withExtension(basename(suggestedName), extension)),
      filters: [filter, { name: text().allFiles, extensions: ['*'] }],
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    })
    if (canceled || filePath === '') return null
    const path = withExtension(filePath, extension)
    // The dialog has asked about the name as typed, not about the name with the ending that is added here.
    if (path !== filePath && existsSync(path) && !(await mayReplace(path))) return null
    return path
  }

  const mayReplace = async (path: string): Promise<boolean> => {
    const { replace, replaceDetail, replaceButton, cancel } = text()
    const { response } = await dialog.showMessageBox(window(), {
      type: 'warning',
      message: replace(basename(path)),
      detail: replaceDetail,
      buttons: [cancel, replaceButton],
      defaultId: 0,
      cancelId: 0,
    })
    return response === 1
  }

  return {
    'dialog.pickFolder': async () => {
      const { pickFolder, import: buttonLabel } = text()
      return (await open({ title: pickFolder, buttonLabel, properties: ['openDirectory'] }))[0] ?? null
    },
    'dialog.pickFiles': () => {
      const { pickFiles, import: buttonLabel } = text()
      return open({ title: pickFiles, buttonLabel, properties: ['openFile', 'multiSelections'] })
    },
    'dialog.pickData': ({ extension }) => {
      const filters = [
        { name: text()[extension], extensions: [extension] },
        { name: text().allFiles, extensions: ['*'] },
      ]
      const titles = { json: text().pickKeys, pem: text().pickSigningKey }
      const title = extension === 'json' || extension === 'pem' ? titles[extension] : text().pickData
      const many = extension !== 'csv' && extension !== 'pem' ? (['multiSelections'] as const) : []
      return open({ title, buttonLabel: text().open, filters, properties: ['openFile', ...many] })
    },
    'dialog.pickCase': async () => {
      const { pickCase, open: buttonLabel, caseFiles, allFiles } = text()
      const filters = [
        { name: caseFiles, extensions: [CASE] },
        { name: allFiles, extensions: ['*'] },
      ]
      const options: OpenDialogOptions = { title: pickCase, buttonLabel, filters, properties: ['openFile'] }
      return (await open({ ...options, defaultPath: casesFolder() }))[0] ?? null
    },
    'dialog.saveCase': ({ suggestedName }) =>
      save(text().saveCase, suggestedName, { name: text().caseFiles, extensions: [CASE] }),
    'dialog.saveFile': ({ suggestedName, extension }) =>
      save(text().saveFile, suggestedName, { name: text()[extension], extensions: [extension] }),
  }
}

/** Adds the ending unless the name has it, in any case. */
function withExtension(path: string, extension: string): string {
  return extname(path).toLowerCase() === `.${extension}` ? path : `${path}.${extension}`
}
