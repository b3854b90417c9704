import type { SqlCell } from '../../../shared/domain/sql.ts'
import { shellTexts } from '../../../shared/messages/shell.ts'
import { sqlScreenTexts } from '../../../shared/messages/sql-screen.ts'
import { useTexts } from '../../settings/settings.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { copyText } from '../../ui/copy-text.ts'
import { useToast } from '../../ui/toast.tsx'
import { beginning, visibleText } from '../../ui/visible-text.ts'

/** Letters that are drawn; the whole value can still be copied. */
const SHOWN = 20_000

/** The whole value of the chosen cell, and the way to the event of its row. */
export function CellBar(props: {
  readonly column: string
  readonly value: SqlCell
  /** Null when the row names no event. */
  readonly onOpen: (() => void) | null
}) {
  const texts = useTexts(sqlScreenTexts)
  const copy = useCopy()
  const { column, value, onOpen } = props
  return (
    <section className="sql-cell-bar" aria-label={texts.cell}>
      <b>{visibleText(column)}</b>
      <code>{value === null ? texts.nullCell : lines(beginning(shown(value), SHOWN))}</code>
      <span>
        {onOpen !== null && (
          <Button size="small" icon="timeline" keys={['Enter']} onClick={onOpen}>
            {texts.openEvent}
          </Button>
        )}
        <IconButton icon="copy" label={texts.copyCell} onClick={() => copy(value)} />
      </span>
    </section>
  )
}

/** Copies a value, and says so. */
export function useCopy(): (value: SqlCell) => void {
  const shell = useTexts(shellTexts)
  const toast = useToast()
  return (value) =>
    void copyText(value === null ? '' : String(value)).then(
      () => toast({ tone: 'ok', text: shell.copied }),
      () => toast({ tone: 'error', text: shell.copyFailed }),
    )
}

const lines = (text: string) => text.split('\n').map(visibleText).join('\n')

/** JSON is easier to read with its lines. */
function shown(value: string | number): string {
  const text = String(value)
  if (!/^[[{]/.test(text)) return text
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
