import { burstTexts } from '../../shared/messages/bursts.ts'
import { timelineTexts } from '../../shared/messages/timeline.ts'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'

/** What the status bar says of the list: the selected event, or line, and how many lines there are. */
export function StatusWords(props: {
  readonly index: number | null
  readonly line: number | null
  readonly events: number
  readonly lines: number
  readonly open: number
  readonly folded: boolean
}) {
  const { index, line, events, lines } = props
  const texts = useTexts(timelineTexts)
  const bursts = useTexts(burstTexts)
  if (!props.folded) return index === null ? null : texts.selected(countText(index + 1), countText(events))
  return (
    <>
      {line !== null && <span>{bursts.lineSelected(countText(line + 1), countText(lines))}</span>}
      <span>{bursts.inLines(countText(events), countText(lines), countText(props.open))}</span>
    </>
  )
}
