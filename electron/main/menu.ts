import type { MenuItemConstructorOptions } from 'electron'
import type { MENU_COMMANDS } from '../../shared/domain/menu-commands.ts'
import type { MenuText } from '../../shared/messages/menu.ts'

export type MenuCommand = (typeof MENU_COMMANDS)[number]

export interface MenuOptions {
  readonly text: MenuText
  readonly mac: boolean
  /** Adds reload and the developer tools; what is shipped has neither. */
  readonly development: boolean
  readonly onCommand: (command: MenuCommand) => void
}

type Item = MenuItemConstructorOptions
const line: Item = { type: 'separator' }

/** The application menu as data. A command's item has the command as its id. */
export function menuTemplate(options: MenuOptions): Item[] {
  const { text, mac } = options
  const command = (id: MenuCommand, label: string, accelerator?: string): Item => ({
    id,
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => options.onCommand(id),
  })
  return [
    ...(mac ? [applicationMenu(text)] : []),
    {
      label: text.file,
      submenu: [
        command('new-case', text.newCase, 'CmdOrCtrl+N'),
        command('open-case', text.openCase, 'CmdOrCtrl+Shift+O'),
        line,
        command('open-folder', text.openFolder, 'CmdOrCtrl+O'),
        command('open-files', text.openFiles),
        line,
        command('report', text.report, 'CmdOrCtrl+P'),
        line,
        command('close-case', text.closeCase),
        mac ? { role: 'close', label: text.closeWindow } : { role: 'quit', label: text.quit },
      ],
    },
    {
      label: text.edit,
      submenu: [
        { role: 'undo', label: text.undo },
        { role: 'redo', label: text.redo },
        line,
        { role: 'cut', label: text.cut },
        { role: 'copy', label: text.copy },
        { role: 'paste', label: text.paste },
        { role: 'selectAll', label: text.selectAll },
        line,
        command('find', text.find, 'CmdOrCtrl+F'),
      ],
    },
    { label: text.view, submenu: viewItems(options) },
    {
      label: text.window,
      submenu: [
        { role: 'minimize', label: text.minimize },
        ...(mac ? [] : [{ role: 'close', label: text.closeWindow } satisfies Item]),
      ],
    },
    {
      role: 'help',
      label: text.help,
      submenu: [
        command('show-keys', text.keys),
        ...(mac ? [] : [line, { role: 'about', label: text.about } satisfies Item]),
      ],
    },
  ]
}

function viewItems({ text, development }: MenuOptions): Item[] {
  const items: Item[] = [
    { role: 'resetZoom', label: text.actualSize },
    { role: 'zoomIn', label: text.zoomIn },
    { role: 'zoomOut', label: text.zoomOut },
    line,
    { role: 'togglefullscreen', label: text.fullScreen },
  ]
  if (!development) return items
  return [
    ...items,
    line,
    { role: 'reload', label: text.reload },
    { role: 'toggleDevTools', label: text.developerTools },
  ]
}

function applicationMenu(text: MenuText): Item {
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about', label: text.about },
      line,
      { role: 'hide', label: text.hide },
      { role: 'hideOthers', label: text.hideOthers },
      { role: 'unhide', label: text.showAll },
      line,
      { role: 'quit', label: text.quit },
    ],
  }
}
