/** What a menu item of the application asks the window to do. */
export const MENU_COMMANDS = [
  'open-folder',
  'open-files',
  'new-case',
  'open-case',
  'close-case',
  'find',
  'show-keys',
  'report',
] as const
