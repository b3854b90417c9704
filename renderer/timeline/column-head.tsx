import type { ReactNode } from 'react'
import { timelineTexts } from '../../shared/messages/timeline.ts'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { Icon } from '../ui/icon.tsx'
import { clockLabel } from './clock-text.tsx'
import type { Clocks } from './day-lines.ts'

/** The names of the columns. The order is always by time, which is what a timeline is. */
export function ColumnHead(props: { readonly clocks: Clocks }) {
  const { first, second } = props.clocks
  const texts = useTexts(timelineTexts)
  const language = useLanguage()
  return (
    // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useSemanticElements: a head row holds no control
    <div role="row" aria-rowindex={1} className="tl-row tl-head">
      <span className="tl-gutter" />
      <Column className="tl-when" sorted>
        {texts.when} <b>{clockLabel(first, language)}</b>
        {second !== null && <i>{clockLabel(second, language)}</i>}
        <Icon name="chevron-down" size={10} />
      </Column>
      {[texts.outcome, texts.who, texts.what, texts.where].map((word) => (
        <Column key={word}>{word}</Column>
      ))}
      <Column className="tl-how">{texts.how}</Column>
      <Column>{texts.mfa}</Column>
      <Column className="tl-flags">{texts.flags}</Column>
    </div>
  )
}

function Column(props: {
  readonly className?: string
  readonly sorted?: boolean
  readonly children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useSemanticElements: not a control, and no table
    <span
      role="columnheader"
      className={props.className}
      aria-sort={props.sorted === true ? 'ascending' : undefined}
    >
      {props.children}
    </span>
  )
}
