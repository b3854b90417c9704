import { inspectorTexts } from '../../shared/messages/inspector.ts'
import { useTexts } from '../settings/settings.tsx'
import { Icon } from '../ui/icon.tsx'

/** Other records that the reader of this one must know of, with the way to each. */
export function RelatedNote(props: {
  readonly text: string
  readonly ids: readonly number[]
  onShow(id: number): void
}) {
  const texts = useTexts(inspectorTexts)
  return (
    <div className="insp-warn" role="note">
      <Icon name="warning" tone="warn" />
      <div>
        <p>{props.text}</p>
        {props.ids.map((id, index) => (
          <button key={id} type="button" className="insp-link" onClick={() => props.onShow(id)}>
            {texts.showOther(props.ids.length === 1 ? 0 : index + 1)}
          </button>
        ))}
      </div>
    </div>
  )
}
