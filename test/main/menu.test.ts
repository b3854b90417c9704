import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'
import { type MenuOptions, menuTemplate } from '../../electron/main/menu.ts'
import { MENU_COMMANDS } from '../../shared/domain/menu-commands.ts'
import { LANGUAGES } from '../../shared/domain/units.ts'
import { menuText } from '../../shared/messages/menu.ts'

const options: MenuOptions = { text: menuText.en, mac: false, development: false, onCommand: () => undefined }

const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])

test.for([true, false])('every command of the contract is in the menu (mac: %s)', (mac) => {
  const ids = flat(menuTemplate({ ...options, mac })).flatMap(({ id }) => id ?? [])
  expect(ids.sort()).toEqual([...MENU_COMMANDS].sort())
})

test('choosing an item sends its command', () => {
  const sent: string[] = []
  const items = flat(menuTemplate({ ...options, onCommand: (command) => sent.push(command) }))
  items.find(({ id }) => id === 'report')?.click?.(undefined as never, undefined, undefined as never)
  expect(sent).toEqual(['report'])
})

test('reload and developer tools exist in development only', () => {
  const roles = (development: boolean) =>
    flat(menuTemplate({ ...options, development })).map(({ role }) => role)
  expect(roles(false)).not.toContain('reload')
  expect(roles(false)).not.toContain('toggleDevTools')
  expect(roles(true)).toContain('toggleDevTools')
})

test('no two items share an accelerator', () => {
  const accelerators = flat(menuTemplate(options)).flatMap(({ accelerator }) => accelerator ?? [])
  expect(accelerators).toEqual([
    'CmdOrCtrl+N',
    'CmdOrCtrl+Shift+O',
    'CmdOrCtrl+O',
    'CmdOrCtrl+P',
    'CmdOrCtrl+F',
  ])
})

test.for(LANGUAGES)('every item has a label (%s)', (language) => {
  for (const mac of [true, false]) {
    const items = flat(menuTemplate({ ...options, mac, development: true, text: menuText[language] }))
    for (const { type, label, role } of items) if (type !== 'separator') expect(label ?? role).toBeTruthy()
  }
})
