import { shellTexts } from '../../shared/messages/shell.ts'
import { welcomeTexts } from '../../shared/messages/welcome.ts'
import { useTexts } from '../settings/settings.tsx'
import { Icon } from '../ui/icon.tsx'

/** Covers the window while something is dragged over it and says what a drop would do. */
export function DropCover(props: { readonly adding: boolean; readonly busy: boolean }) {
  const shell = useTexts(shellTexts)
  const welcome = useTexts(welcomeTexts)
  return (
    <div className="shell-drop">
      <div className="shell-drop-box">
        <Icon name={props.busy ? 'waiting' : 'folder-open'} size={28} tone="accent" />
        <b>{props.busy ? shell.dropBusy : props.adding ? shell.dropToAdd : welcome.dropNow}</b>
      </div>
    </div>
  )
}
