import { useCallback, useRef, useState } from 'react'
import type { SealProgress } from '../../shared/domain/seal.ts'
import { packageScreenTexts } from '../../shared/messages/package-screen.ts'
import { shellTexts } from '../../shared/messages/shell.ts'
import { useBackend, useEvent } from '../backend.tsx'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { copyText } from '../ui/copy-text.ts'
import { useToast } from '../ui/toast.tsx'

export interface Closing {
  /** Null unless a case is being sealed that takes its time. */
  readonly progress: SealProgress | null
  /** Seals and closes the case, and says which seal it has. */
  close(): Promise<void>
  /** Closes without a seal. */
  skip(): void
}

export function useClosing(): Closing {
  const texts = useTexts(packageScreenTexts)
  const shell = useTexts(shellTexts)
  const backend = useBackend()
  const toast = useToast()
  const [progress, setProgress] = useState<SealProgress | null>(null)
  const stopper = useRef<AbortController>(null)
  useEvent('seal.progress', (now) => {
    if (stopper.current !== null) setProgress(now)
  })

  const close = useCallback(async () => {
    if (stopper.current !== null) return
    stopper.current = new AbortController()
    try {
      const seal = await backend.call('case.close', undefined, stopper.current.signal)
      if (seal === null) toast({ tone: 'info', text: texts.notSealed })
      else {
        const run = () =>
          void copyText(seal.hash).then(
            () => toast({ tone: 'ok', text: shell.copied }),
            () => toast({ tone: 'error', text: shell.copyFailed }),
          )
        const text = texts.sealed(countText(seal.entry), seal.hash)
        toast({ tone: 'ok', text, action: { label: texts.copySeal, run } })
      }
    } catch {
      // The case is closed in any case; that it has no seal is said when it is opened.
    } finally {
      stopper.current = null
      setProgress(null)
    }
  }, [backend, toast, texts, shell])
  return { progress, close, skip: () => stopper.current?.abort() }
}
