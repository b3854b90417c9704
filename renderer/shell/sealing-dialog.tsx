import type { SealProgress } from '../../shared/domain/seal.ts'
import { packageScreenTexts } from '../../shared/messages/package-screen.ts'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'

/** While a large case is sealed; closing the dialog closes the case without a seal. */
export function SealingDialog(props: { readonly progress: SealProgress; onSkip(): void }) {
  const texts = useTexts(packageScreenTexts)
  const { done, total } = props.progress
  const text = texts.sealingSoFar(countText(done), countText(total))
  return (
    <Dialog
      title={texts.sealing}
      onClose={props.onSkip}
      actions={<Button onClick={props.onSkip}>{texts.skip}</Button>}
    >
      <p>{texts.sealingMore}</p>
      <ProgressBar
        label={texts.sealing}
        text={text}
        total={total}
        parts={[{ id: 'done', value: done, tone: 'accent' }]}
      />
      <p>{text}</p>
    </Dialog>
  )
}
