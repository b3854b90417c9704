import { useCallback } from 'react'
import { useBackend } from '../backend.tsx'
import { useErrorToast } from '../error-toast.ts'

/** Shows a file in the folder window of the system; says so when it is no longer there. */
export function useShowInFolder(): (path: string) => void {
  const backend = useBackend()
  const tell = useErrorToast()
  return useCallback(
    (path) => {
      backend.call('shell.showInFolder', { path }).catch(tell)
    },
    [backend, tell],
  )
}
