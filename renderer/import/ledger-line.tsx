import type { SourceRow, SourceStatus } from '../../shared/domain/source.ts'
import { sourceReasonText } from '../../shared/messages/import.ts'
import { sourceStatusWords } from '../../shared/messages/words.ts'
import { countText } from '../settings/numbers.ts'
import { useLanguage } from '../settings/settings.tsx'
import { Icon, type IconName, type IconProps } from '../ui/icon.tsx'
import { visibleText } from '../ui/visible-text.ts'
import { lastName } from './last-name.ts'

const signs: Record<
  SourceStatus,
  { readonly icon: IconName; readonly tone: NonNullable<IconProps['tone']> }
> = {
  read: { icon: 'outcome-success', tone: 'ok' },
  partial: { icon: 'warning', tone: 'warn' },
  skipped: { icon: 'minus', tone: 'mute' },
  failed: { icon: 'outcome-failure', tone: 'fail' },
}

/** One file: state, path, reason in words with its place, and how many records it gave. */
export function LedgerLine(props: { readonly row: SourceRow | undefined; readonly index: number }) {
  const language = useLanguage()
  const { row } = props
  if (row === undefined) {
    return (
      <div className="import-line import-line-waiting" aria-hidden="true">
        <span />
        <span />
      </div>
    )
  }
  const sign = signs[row.status]
  const folder = row.shownPath.slice(0, -lastName(row.shownPath).length)
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a table that is drawn piece by piece
    <div className="import-line" role="row" aria-rowindex={props.index + 2} tabIndex={-1}>
      <Cell className={`import-state import-state-${row.status}`}>
        <Icon name={sign.icon} tone={sign.tone} />
        {sourceStatusWords[language][row.status]}
      </Cell>
      <Cell className="import-path" title={visibleText(row.path)}>
        {visibleText(lastName(row.shownPath))}
        {folder !== '' && <small>{visibleText(folder)}</small>}
      </Cell>
      <Cell title={row.detail ?? undefined}>{reasonOf(row, language)}</Cell>
      <Cell className="import-count">{row.status === 'skipped' ? '' : countText(row.records)}</Cell>
    </div>
  )
}

function Cell(props: {
  readonly className?: string
  readonly title?: string | undefined
  readonly children: React.ReactNode
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see LedgerLine
    <span role="cell" className={props.className} title={props.title}>
      {props.children}
    </span>
  )
}

function reasonOf(row: SourceRow, language: 'en' | 'ja'): string {
  if (row.reason === null) return ''
  return sourceReasonText(
    language,
    {
      reason: row.reason,
      offset: row.offset,
      offsetIn: row.offsetIn,
      records: row.status === 'partial' ? row.records : null,
    },
    countText,
  )
}
