import { markTexts } from '../../shared/messages/marks.ts'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { Button } from '../ui/button.tsx'

/** How many events are chosen, and what can be done with all of them. */
export function ChosenBar(props: {
  readonly count: number
  readonly all: number
  onTag(): void
  onBookmark(): void
  onReview(): void
  onAll(): void
  onClear(): void
}) {
  const texts = useTexts(markTexts)
  if (props.count === 0) return null
  return (
    <div className="tl-chosen-bar" role="toolbar" aria-label={texts.bar}>
      <output>{texts.chosen(countText(props.count))}</output>
      {props.count < props.all && (
        <Button look="link" size="small" onClick={props.onAll}>
          {texts.chooseAll(countText(props.all))}
        </Button>
      )}
      <span className="tl-chosen-grow" />
      <Button size="small" icon="tag" keys={['t']} onClick={props.onTag}>
        {texts.tag}
      </Button>
      <Button size="small" icon="bookmark" keys={['m']} onClick={props.onBookmark}>
        {texts.bookmark}
      </Button>
      <Button size="small" icon="reviewed" keys={['v']} onClick={props.onReview}>
        {texts.review}
      </Button>
      <Button look="ghost" size="small" icon="close" keys={['Esc']} onClick={props.onClear}>
        {texts.clearChosen}
      </Button>
    </div>
  )
}
