import { paletteTexts } from '../../shared/messages/palette.ts'
import { type Command, useCommands } from '../palette/commands.tsx'
import { catalogueOther } from '../palette/other-language.ts'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import type { IconName } from '../ui/icon.tsx'

/** What the timeline offers in the palette; null where there is nothing to do it with. */
export type TimelineCommands = Readonly<Record<(typeof LIST)[number][0], (() => void) | null>>

const LIST = [
  ['search', 'search', '/'],
  ['group', 'unfold', 'b'],
  ['clear', 'close', null],
  ['undoLast', 'undo', 'u'],
  ['around', 'timeline', 'c'],
  ['back', 'back', 'Backspace'],
  ['tag', 'tag', 't'],
  ['bookmark', 'bookmark', 'm'],
  ['review', 'reviewed', 'v'],
  ['chooseAll', 'check', null],
  ['note1', 'note', 'n'],
  ['copy', 'copy', 'y'],
] as const satisfies readonly (readonly [keyof (typeof paletteTexts)['en'], IconName, string | null])[]

/** Offers the commands of the timeline while it is shown. */
export function useTimelineCommands(run: TimelineCommands): void {
  const texts = useTexts(paletteTexts)
  const other = catalogueOther(paletteTexts, useLanguage())
  useCommands(
    LIST.flatMap(([id, icon, key]): Command[] => {
      const does = run[id]
      if (does === null) return []
      const command = { id, group: 'do', icon, label: texts[id], also: other[id], run: does } as const
      return [key === null ? command : { ...command, keys: [key] }]
    }),
  )
}
