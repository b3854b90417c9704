import { BrowserWindow } from './browser-window.ts'
import { onlyAfterReady } from './setup.ts'
import { strict } from './strict.ts'

type Template = Electron.MenuItemConstructorOptions

// Electron ignores a role it does not know in silence; these are the ones this app uses.
const ROLES = new Set(
  `about appMenu close copy cut help hide hideOthers minimize paste quit redo reload resetZoom selectAll
  toggleDevTools togglefullscreen undo unhide zoomIn zoomOut`.split(/\s+/),
)
const ACCELERATOR = /^((CmdOrCtrl|Shift|Alt)\+)*([A-Z0-9]|F\d{1,2}|Plus|Space|Tab|Esc)$/

class StandInItem {
  readonly id: string
  readonly label: string
  readonly type: string
  readonly role: string | undefined
  readonly accelerator: string | undefined
  readonly submenu: StandInMenu | undefined
  private readonly onClick: Template['click']

  constructor(template: Template) {
    const { id = '', label = '', role, accelerator, type, submenu, click } = template
    if (type !== 'separator' && label === '' && role === undefined)
      throw new Error('A menu item without a label.')
    if (role !== undefined && !ROLES.has(role))
      throw new Error(`The stand-in does not know the menu role ${role}.`)
    if (accelerator !== undefined && !ACCELERATOR.test(accelerator))
      throw new Error(`Accelerator ${accelerator}?`)
    this.id = id
    this.label = label
    this.role = role
    this.accelerator = accelerator
    this.type = type ?? (submenu === undefined ? 'normal' : 'submenu')
    this.submenu = Array.isArray(submenu) ? new StandInMenu(submenu) : undefined
    this.onClick = click
  }

  click(): void {
    this.onClick?.(this as never, BrowserWindow.getFocusedWindow() as never, {} as never)
  }
}

class StandInMenu {
  readonly items: readonly StandInItem[]

  constructor(template: readonly Template[]) {
    this.items = template.map((item) => new StandInItem(item))
  }

  getMenuItemById(id: string): StandInItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }
}

let current: StandInMenu | null = null

export const Menu = strict('Menu', {
  buildFromTemplate: (template: readonly Template[]) => new StandInMenu(template),
  setApplicationMenu: (menu: StandInMenu | null) => {
    onlyAfterReady('Menu.setApplicationMenu')
    current = menu
  },
  getApplicationMenu: () => current,
})
