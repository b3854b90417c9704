import { inspectorTexts } from '../../shared/messages/inspector.ts'
import { useTexts } from '../settings/settings.tsx'
import { Icon } from '../ui/icon.tsx'

/** Two copies of one event ID differ: both are evidence, and the reader must know of the other. */
export function ConflictNote(props: { readonly ids: readonly number[]; onShow(id: number): void }) {
  const texts = useTexts(inspectorTexts)
  return (
    <div className="insp-warn" role="note">
      <Icon name="warning" tone="warn" />
      <div>
        <p>{texts.conflict(props.ids.length)}</p>
        {props.ids.map((id, index) => (
          <button key={id} type="button" className="insp-link" onClick={() => props.onShow(id)}>
            {texts.showOther(props.ids.length === 1 ? 0 : index + 1)}
          </button>
        ))}
      </div>
    </div>
  )
}
