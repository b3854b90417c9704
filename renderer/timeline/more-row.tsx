import { burstTexts } from '../../shared/messages/bursts.ts'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { Icon } from '../ui/icon.tsx'
import { Cell } from './cell.tsx'
import { type LineState, lineFrame } from './line-frame.ts'

/** Stands for the rows of an open burst between its first and its last ones. */
export function MoreRow(props: LineState & { readonly left: number }) {
  const texts = useTexts(burstTexts)
  const words = texts.more(countText(props.left))
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: tabIndex comes with the frame
    <div role="row" {...lineFrame(props, 'tl-more')} aria-level={2} aria-label={words} title={texts.showAll}>
      <span className="tl-gutter" />
      <Cell className="tl-more-words">
        <Icon name="unfold" size={12} />
        {words}
      </Cell>
    </div>
  )
}
