import type { AppError } from '../../shared/errors.ts'
import { shellTexts } from '../../shared/messages/shell.ts'
import { errorText } from '../error-text.ts'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

/** A failed call in words: what happened, what to do, and the facts for a bug report. */
export function ErrorNote(props: { readonly error: AppError; readonly compact?: boolean; onRetry?(): void }) {
  const texts = useTexts(shellTexts)
  const { title, advice } = errorText(props.error.code, useLanguage())
  return (
    <div role="alert" className={props.compact === true ? 'ui-error ui-error-compact' : 'ui-error'}>
      <Icon name="warning" size={16} tone="warn" />
      <div>
        <b>{title}</b>
        <p>{advice}</p>
        {props.error.message !== '' && <p className="ui-error-facts">{props.error.message}</p>}
      </div>
      {props.onRetry !== undefined && (
        <Button size="small" onClick={props.onRetry}>
          {texts.tryAgain}
        </Button>
      )}
    </div>
  )
}
