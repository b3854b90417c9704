import type { MENU_COMMANDS } from '../../../shared/domain/menu-commands.ts'
import type { AppUnderTest } from './app.ts'

/** Chooses an item of the application menu. */
export async function chooseMenu(app: AppUnderTest, command: (typeof MENU_COMMANDS)[number]): Promise<void> {
  await app.evaluate(({ Menu }, id) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(id)
    if (!item) throw new Error(`The menu has no item ${id}.`)
    item.click()
  }, command as string)
}

/** The labels of the menu bar, from left to right. */
export function menuLabels(app: AppUnderTest): Promise<string[]> {
  return app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? [])
}
