import { useState } from 'react'
import type { SqlOutcome } from '../../../shared/domain/sql.ts'
import { hintText, sqlHintTexts } from '../../../shared/messages/sql-hints.ts'
import { sqlScreenTexts } from '../../../shared/messages/sql-screen.ts'
import { countText } from '../../settings/numbers.ts'
import { useTexts } from '../../settings/settings.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { visibleText } from '../../ui/visible-text.ts'

/** What the filter leaves out, and the statement that was run where it differs from the one typed. */
export function ResultNotes(props: { readonly outcome: SqlOutcome }) {
  const texts = useTexts(sqlScreenTexts)
  const words = useTexts(sqlHintTexts)
  const [open, setOpen] = useState(false)
  const { hints, notices, statement } = props.outcome
  const rewritten = notices.length > 0 && statement !== null
  if (hints.length === 0 && !rewritten) return null
  return (
    <section className="sql-notes" aria-label={texts.hints}>
      {hints.map((hint) => (
        <p key={hint.code} className="sql-hint">
          <Icon name="info" tone="accent" />
          <span>{visibleText(hintText(words, hint, countText))}</span>
        </p>
      ))}
      {rewritten && (
        <div className="sql-rewritten">
          <Icon name="pencil" size={12} tone="mute" />
          <span>{notices.map((notice) => words.notices[notice]).join(' ')}</span>
          <Button look="link" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? texts.hideStatement : texts.statement}
          </Button>
          {open && <code>{statement}</code>}
        </div>
      )}
    </section>
  )
}
