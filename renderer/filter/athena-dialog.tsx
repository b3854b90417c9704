import { useEffect, useState } from 'react'
import type { SignInFilter } from '../../shared/domain/filter.ts'
import type { AthenaSql } from '../../shared/domain/query.ts'
import { athenaNoticeWords, athenaRefusalWords, athenaTexts } from '../../shared/messages/query-athena.ts'
import { useBackend } from '../backend.tsx'
import { useErrorToast } from '../error-toast.ts'
import { useSettings, useTexts } from '../settings/settings.tsx'
import { Button } from '../ui/button.tsx'
import { copyText } from '../ui/copy-text.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { useToast } from '../ui/toast.tsx'

/** Shows the filter as SQL for the table where the logs are, or says which of its conditions cannot be asked there. */
export function AthenaDialog(props: { readonly filter: SignInFilter; onClose(): void }) {
  const { filter, onClose } = props
  const texts = useTexts(athenaTexts)
  const { language } = useSettings()
  const backend = useBackend()
  const toast = useToast()
  const tell = useErrorToast()
  const [table, setTable] = useState('cloudtrail_logs')
  const [answer, setAnswer] = useState<AthenaSql | null>(null)

  useEffect(() => {
    let isCurrent = true
    backend.call('query.athena', { filter, table: table.trim() }).then(
      (found) => isCurrent && setAnswer(found),
      (cause) => isCurrent && tell(cause),
    )
    return () => {
      isCurrent = false
    }
  }, [backend, filter, table, tell])

  const copy = async (sql: string) => {
    try {
      await copyText(sql)
      toast({ tone: 'ok', text: texts.copied })
      onClose()
    } catch (cause) {
      tell(cause)
    }
  }
  return (
    <Dialog
      title={texts.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{texts.close}</Button>
          <Button
            look="primary"
            disabled={answer?.kind !== 'sql'}
            onClick={() => answer?.kind === 'sql' && void copy(answer.sql)}
          >
            {texts.copy}
          </Button>
        </>
      }
    >
      <div className="qry-athena">
        <p className="ui-hint">{texts.lead}</p>
        <Field
          label={texts.table}
          value={table}
          maxLength={300}
          onChange={(event) => setTable(event.target.value)}
        />
        {answer?.kind === 'sql' && (
          <>
            <textarea readOnly aria-label="SQL" rows={14} spellCheck={false} value={answer.sql} />
            {answer.notices.map((notice) => (
              <p key={notice}>{athenaNoticeWords(language, notice)}</p>
            ))}
          </>
        )}
        {answer?.kind === 'refused' && (
          <div role="alert">
            <p>{texts.refused}</p>
            <ul>
              {answer.refusals.map((refusal) => (
                <li key={`${refusal.code} ${refusal.field} ${refusal.text}`}>
                  {athenaRefusalWords(language, refusal)}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Dialog>
  )
}
