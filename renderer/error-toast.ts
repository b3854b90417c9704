import { useCallback } from 'react'
import { toAppError } from '../shared/errors.ts'
import { errorText } from './error-text.ts'
import { useLanguage } from './settings/settings.tsx'
import { useToast } from './ui/toast.tsx'

/** Says in a message that stays what went wrong, and what to do. */
export function useErrorToast(): (cause: unknown) => void {
  const language = useLanguage()
  const toast = useToast()
  return useCallback(
    (cause) => {
      const { title, advice } = errorText(toAppError(cause).code, language)
      toast({ tone: 'error', text: language === 'ja' ? `${title}。${advice}` : `${title}. ${advice}` })
    },
    [language, toast],
  )
}
