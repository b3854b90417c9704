import { shellTexts } from '../../shared/messages/shell.ts'
import { useTexts } from '../settings/settings.tsx'
import { copyText } from '../ui/copy-text.ts'
import { useToast } from '../ui/toast.tsx'

/** Copies a text and says so, or says that it did not work. */
export function useCopy(): (text: string, done?: string) => void {
  const shell = useTexts(shellTexts)
  const toast = useToast()
  return (text, done = shell.copied) => {
    copyText(text).then(
      () => toast({ tone: 'ok', text: done }),
      () => toast({ tone: 'error', text: shell.copyFailed }),
    )
  }
}
