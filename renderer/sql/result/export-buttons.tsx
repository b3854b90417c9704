import { useEffect, useRef, useState } from 'react'
import type { SqlFormat } from '../../../shared/domain/sql.ts'
import { toAppError } from '../../../shared/errors.ts'
import { shellTexts } from '../../../shared/messages/shell.ts'
import { sqlScreenTexts } from '../../../shared/messages/sql-screen.ts'
import { useBackend } from '../../backend.tsx'
import { errorText } from '../../error-text.ts'
import { lastName } from '../../import/last-name.ts'
import { countText } from '../../settings/numbers.ts'
import { useLanguage, useTexts } from '../../settings/settings.tsx'
import { usePlace } from '../../shell/place.tsx'
import { useShowInFolder } from '../../shell/use-show-in-folder.ts'
import { Button } from '../../ui/button.tsx'
import { useToast } from '../../ui/toast.tsx'
import { visibleText } from '../../ui/visible-text.ts'
import { caseFileName } from '../../welcome/case-path.ts'

/** Writes the whole result to a file: the query runs again without the limits of what is shown. */
export function ExportButtons(props: { readonly sql: string; readonly ready: boolean }) {
  const texts = useTexts(sqlScreenTexts)
  const shell = useTexts(shellTexts)
  const backend = useBackend()
  const language = useLanguage()
  const toast = useToast()
  const show = useShowInFolder()
  const { summary } = usePlace()
  const [writing, setWriting] = useState(false)
  const stopper = useRef<AbortController>(null)
  useEffect(() => () => stopper.current?.abort(), [])

  const save = async (format: SqlFormat) => {
    const name = caseFileName(summary.details.caseNumber, new Date()).replace(/\.trailcase$/, '')
    try {
      const suggestedName = `${name}-query.${format}`
      const path = await backend.call('dialog.saveFile', { suggestedName, extension: format })
      if (path === null) return
      setWriting(true)
      stopper.current = new AbortController()
      const order = { sql: props.sql, format, path }
      const file = await backend.call('sql.write', order, stopper.current.signal)
      const cells = file.guarded.map(({ column, cells }) =>
        texts.guardedColumn(countText(cells), visibleText(column)),
      )
      const guarded = cells.length === 0 ? '' : ` ${texts.guarded(cells.join(', '))}`
      toast({
        tone: 'ok',
        text: `${texts.written(visibleText(lastName(file.path)), countText(file.rows))}${guarded}`,
        action: { label: shell.showInFolder, run: () => show(file.path) },
      })
    } catch (cause) {
      const error = toAppError(cause)
      if (error.code !== 'cancelled') {
        toast({ tone: 'error', text: `${errorText(error.code, language).title}: ${error.message}` })
      }
    } finally {
      stopper.current = null
      setWriting(false)
    }
  }
  if (writing) {
    return (
      <span className="sql-exports" role="status">
        <span>{texts.writing}</span>
        <Button size="small" onClick={() => stopper.current?.abort()}>
          {shell.cancel}
        </Button>
      </span>
    )
  }
  return (
    <span className="sql-exports">
      <Button size="small" icon="download" disabled={!props.ready} onClick={() => void save('csv')}>
        {texts.csv}
      </Button>
      <Button size="small" icon="download" disabled={!props.ready} onClick={() => void save('jsonl')}>
        {texts.jsonl}
      </Button>
    </span>
  )
}
