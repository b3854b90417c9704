import { type Ref, useEffect, useRef } from 'react'
import { type FindingRow, SEVERITIES, type Severity } from '../../shared/domain/finding.ts'
import { detectionTexts, severityWords, verdictWords } from '../../shared/messages/detections.ts'
import { ruleWords } from '../../shared/messages/rule-words.ts'
import { useClocks, useLanguage, useTexts } from '../settings/settings.tsx'
import { Icon } from '../ui/icon.tsx'
import { Tag } from '../ui/pill.tsx'
import { visibleText } from '../ui/visible-text.ts'
import { shortMoment } from './finding-time.ts'
import { SeverityIcon } from './severity.tsx'

/** Findings below a heading for each severity, the worst first. */
export function FindingList(props: {
  readonly rows: readonly FindingRow[]
  readonly selected: number | null
  readonly box: Ref<HTMLDivElement>
  /** ATT&CK techniques of a rule. */
  attackOf(rule: FindingRow['rule']): readonly string[]
  onSelect(id: number): void
  onOpen(id: number): void
}) {
  const texts = useTexts(detectionTexts)
  const words = severityWords[useLanguage()]
  const groups = SEVERITIES.map((severity) => ({
    severity,
    rows: props.rows.filter((row) => row.severity === severity),
  })).filter(({ rows }) => rows.length > 0)
  return (
    <div className="det-list" role="listbox" aria-label={texts.list} ref={props.box}>
      {groups.map(({ severity, rows }) => (
        <SeverityGroup key={severity} severity={severity} title={words[severity]} count={rows.length}>
          {rows.map((row) => (
            <FindingLine
              key={row.id}
              row={row}
              selected={row.id === props.selected}
              reachable={row.id === props.selected || (props.selected === null && row === props.rows[0])}
              attack={props.attackOf(row.rule)}
              onSelect={() => props.onSelect(row.id)}
              onOpen={() => props.onOpen(row.id)}
            />
          ))}
        </SeverityGroup>
      ))}
    </div>
  )
}

function SeverityGroup(props: {
  readonly severity: Severity
  readonly title: string
  readonly count: number
  readonly children: React.ReactNode
}) {
  const { severity, title, count } = props
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of a listbox
    <div role="group" aria-label={title}>
      <div className={`det-group det-mark-${severity}`} aria-hidden="true">
        <SeverityIcon severity={severity} />
        <b>{title}</b>
        <span>{count}</span>
      </div>
      {props.children}
    </div>
  )
}

function FindingLine(props: {
  readonly row: FindingRow
  readonly selected: boolean
  readonly reachable: boolean
  readonly attack: readonly string[]
  onSelect(): void
  onOpen(): void
}) {
  const { row, selected } = props
  const language = useLanguage()
  const texts = useTexts(detectionTexts)
  const clocks = useClocks()
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (selected) line.current?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  const subject = row.subject === null ? texts.wholeCase : visibleText(row.subject)
  const when =
    row.firstTime === null ? texts.noTime : texts.from(shortMoment(row.firstTime, clocks, language))
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the screen move and open
    <div
      ref={line}
      role="option"
      aria-selected={selected}
      tabIndex={props.reachable ? 0 : -1}
      data-finding={row.id}
      data-rule={row.rule}
      className={`det-line det-edge-${row.severity}${row.verdict === 'dismissed' ? ' det-line-dismissed' : ''}`}
      onClick={props.onSelect}
      onDoubleClick={props.onOpen}
    >
      <div>
        <b>{ruleWords[language][row.rule].title}</b>
        <span className="det-count">{texts.events(row.events)}</span>
      </div>
      <div>
        <span className="det-about" title={subject}>
          {subject}
          {language === 'ja' ? '、' : ', '}
          {when}
        </span>
        {row.notes > 0 && <Icon name="note" size={12} />}
        {row.verdict !== 'open' && (
          <Tag tone={row.verdict === 'accepted' ? 'fail' : 'mute'}>{verdictWords[language][row.verdict]}</Tag>
        )}
        <code>{props.attack.join(' ')}</code>
      </div>
    </div>
  )
}
