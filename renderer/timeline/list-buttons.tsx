import { burstTexts } from '../../shared/messages/bursts.ts'
import { useTexts } from '../settings/settings.tsx'
import { Button } from '../ui/button.tsx'
import type { Bursts } from './use-bursts.ts'

/** How the list is drawn: bursts folded or not. */
export function ListButtons(props: { readonly bursts: Bursts }) {
  const { bursts } = props
  const texts = useTexts(burstTexts)
  return (
    <Button
      icon="unfold"
      on={bursts.grouped}
      title={texts.groupHint}
      onClick={() => bursts.group(!bursts.grouped)}
    >
      {texts.group}
    </Button>
  )
}
