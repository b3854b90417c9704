import { timelineTexts } from '../../shared/messages/timeline.ts'
import { useTexts } from '../settings/settings.tsx'
import { StatusKeys, StatusLine } from '../shell/status-bar.tsx'
import { KeyHint } from '../ui/keys.tsx'
import { StatusWords } from './status-words.tsx'
import type { Bursts } from './use-bursts.ts'
import type { ListLines } from './use-list-lines.ts'

/** What the status bar says of the timeline: where one is in the list, and the keys that matter here. */
export function TimelineStatus(props: {
  /** Place of the selected sign-in, from 0. */
  readonly index: number | null
  readonly count: number
  readonly lines: ListLines
  readonly bursts: Bursts
}) {
  const texts = useTexts(timelineTexts)
  const { index, count, lines, bursts } = props
  return (
    <>
      <StatusLine>
        <StatusWords
          index={index}
          line={lines.line}
          events={count}
          lines={lines.count}
          open={bursts.open}
          folded={(bursts.fold?.bursts.length ?? 0) > 0}
        />
      </StatusLine>
      <StatusKeys>
        <KeyHint keys={['j', 'k']}>{texts.keyMove}</KeyHint>
        <KeyHint keys={['Enter']}>{texts.keyOpen}</KeyHint>
        <KeyHint keys={['f']}>{texts.keyFilter}</KeyHint>
        <KeyHint keys={['n']}>{texts.keyNote}</KeyHint>
        <KeyHint keys={['t']}>{texts.keyTag}</KeyHint>
      </StatusKeys>
    </>
  )
}
