import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react'
import { shellTexts } from '../../shared/messages/shell.ts'
import { useTexts } from '../settings/settings.tsx'
import { Button, IconButton } from './button.tsx'
import { Icon } from './icon.tsx'

export interface Toast {
  readonly tone: 'info' | 'ok' | 'error'
  readonly text: string
  readonly action?: { readonly label: string; run(): void }
}

type Show = (toast: Toast) => void

const ToastContext = createContext<Show>(() => undefined)

/** Shows a short message. One about an error stays until it is closed; any other goes after six seconds. */
export function useToast(): Show {
  return useContext(ToastContext)
}

const STAY_MS = 6000

export function ToastProvider(props: { readonly children: ReactNode }) {
  const texts = useTexts(shellTexts)
  const [toasts, setToasts] = useState<readonly (Toast & { readonly id: number })[]>([])
  const last = useRef(0)
  const drop = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), [])
  const show = useCallback<Show>(
    (toast) => {
      last.current += 1
      const id = last.current
      setToasts((all) => [...all.slice(-2), { ...toast, id }])
      if (toast.tone !== 'error') setTimeout(() => drop(id), STAY_MS)
    },
    [drop],
  )
  const polite = useMemo(() => toasts.filter((toast) => toast.tone !== 'error'), [toasts])
  const errors = useMemo(() => toasts.filter((toast) => toast.tone === 'error'), [toasts])

  const draw = (toast: Toast & { readonly id: number }) => (
    <div key={toast.id} className={`ui-toast ui-toast-${toast.tone}`}>
      <Icon
        name={toast.tone === 'error' ? 'warning' : toast.tone === 'ok' ? 'check' : 'info'}
        tone={toast.tone === 'error' ? 'fail' : toast.tone === 'ok' ? 'ok' : 'mute'}
      />
      <span>{toast.text}</span>
      {toast.action !== undefined && (
        <Button look="link" size="small" onClick={toast.action.run}>
          {toast.action.label}
        </Button>
      )}
      <IconButton icon="close" size={12} label={texts.close} onClick={() => drop(toast.id)} />
    </div>
  )

  return (
    <ToastContext value={show}>
      {props.children}
      <div className="ui-toasts">
        <div role="status" aria-live="polite">
          {polite.map(draw)}
        </div>
        <div role="alert">{errors.map(draw)}</div>
      </div>
    </ToastContext>
  )
}
