import { useEvent } from '../backend.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import type { Entry } from './evidence-entry.tsx'

/** Menu items and keys that work with and without an open case. The shell of a case handles the others. */
export function useMenuCommands(entry: Entry): void {
  useEvent('menu.command', ({ command }) => {
    if (command === 'open-folder') entry.pickFolder()
    else if (command === 'open-files') entry.pickFiles()
    else if (command === 'open-case') entry.pickCase()
    else if (command === 'new-case') entry.newCase()
    else if (command === 'show-keys') entry.showKeys()
  })
  useShortcuts({
    'mod+o': entry.pickFolder,
    '?': entry.showKeys,
  })
}
