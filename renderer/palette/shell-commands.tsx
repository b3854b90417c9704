import { coverageScreenTexts } from '../../shared/messages/coverage-screen.ts'
import { paletteTexts } from '../../shared/messages/palette.ts'
import { shellTexts } from '../../shared/messages/shell.ts'
import { useImportRun } from '../import/import-run.tsx'
import { useSettings, useTexts } from '../settings/settings.tsx'
import { useEntry } from '../shell/evidence-entry.tsx'
import { type Screen, usePlace } from '../shell/place.tsx'
import type { IconName } from '../ui/icon.tsx'
import { commandKey } from '../ui/keys.tsx'
import { type Command, useCommands } from './commands.tsx'
import { catalogueOther } from './other-language.ts'

const SCREEN_KEYS: readonly (readonly [Screen, IconName, string])[] = [
  ['timeline', 'timeline', 't'],
  ['detections', 'severity-open', 'd'],
  ['coverage', 'coverage', 'c'],
  ['validation', 'mfa-used', 'v'],
  ['custody', 'lock', 'l'],
  ['patterns', 'pattern', 'p'],
  ['sql', 'sql', 's'],
  ['report', 'report', 'r'],
  ['paper', 'report', 'w'],
  ['sources', 'files', 'f'],
]

/** Commands that every screen has: other screens, more evidence, clocks, language and appearance. */
export function ShellCommands({ swapZones }: { swapZones(): void }) {
  const texts = useTexts(paletteTexts)
  const shell = useTexts(shellTexts)
  const settings = useSettings()
  const other = catalogueOther(paletteTexts, settings.language)
  const otherShell = catalogueOther(shellTexts, settings.language)
  const place = usePlace()
  const entry = useEntry()
  const reading = useImportRun().state === 'running'
  const mod = commandKey(settings.info.platform)
  const names = { ...shell, ...useTexts(coverageScreenTexts) }
  const otherNames = { ...otherShell, ...catalogueOther(coverageScreenTexts, settings.language) }
  const screens = SCREEN_KEYS.map(
    ([screen, icon, key]): Command => ({
      id: `go ${screen}`,
      group: 'go',
      icon,
      label: names[screen],
      also: otherNames[screen],
      keys: ['g', key],
      run: () => place.go(screen),
    }),
  )
  const act = (
    id: 'light' | 'dark' | 'system' | 'swapZones' | 'language',
    icon: IconName,
    run: () => void,
    keys?: readonly string[],
  ): Command => ({
    id,
    group: 'do',
    icon,
    label: texts[id],
    also: other[id],
    ...(keys === undefined ? {} : { keys }),
    run,
  })
  useCommands([
    ...screens,
    act('swapZones', 'timeline', swapZones, ['z']),
    {
      id: 'folder',
      group: 'do',
      icon: 'folder',
      label: shell.addFolder,
      also: otherShell.addFolder,
      keys: [mod, 'O'],
      run: entry.pickFolder,
    },
    {
      id: 'files',
      group: 'do',
      icon: 'files',
      label: shell.addFiles,
      also: otherShell.addFiles,
      run: entry.pickFiles,
    },
    ...(place.summary.sources > 0 && !reading
      ? [
          {
            id: 'again',
            group: 'do',
            icon: 'again',
            label: shell.readAgain,
            also: otherShell.readAgain,
            run: entry.readAgain,
          } as const,
        ]
      : []),
    {
      id: 'keys',
      group: 'do',
      icon: 'keyboard',
      label: shell.keysTitle,
      also: otherShell.keysTitle,
      keys: ['?'],
      run: entry.showKeys,
    },
    act('language', 'settings', () =>
      settings.change({ language: settings.language === 'en' ? 'ja' : 'en' }),
    ),
    act('light', 'settings', () => settings.change({ theme: 'light' })),
    act('dark', 'settings', () => settings.change({ theme: 'dark' })),
    act('system', 'settings', () => settings.change({ theme: 'system' })),
  ])
  return null
}
