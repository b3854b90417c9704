import { memo } from 'react'
import type { SignInRow } from '../../shared/domain/sign-in.ts'
import type { Language } from '../../shared/domain/units.ts'
import { sentenceOf } from '../../shared/messages/sentence.ts'
import { timelineTexts } from '../../shared/messages/timeline.ts'
import { eventWord } from '../../shared/messages/words.ts'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { MfaMark, OutcomeMark } from '../ui/marks.tsx'
import { beginning, visibleText } from '../ui/visible-text.ts'
import { Who } from '../ui/who.tsx'
import { Cell } from './cell.tsx'
import { clockInWords, TwoClocks } from './clock-text.tsx'
import type { Clocks } from './day-lines.ts'
import { FlagsCell } from './flags-cell.tsx'
import { HowCell, WhereCell } from './from-cells.tsx'

export interface TimelineRowProps {
  /** Undefined while the row is being read. */
  readonly row: SignInRow | undefined
  readonly index: number
  readonly clocks: Clocks
  readonly selected: boolean
  /** The one row that Tab reaches. */
  readonly reachable: boolean
  onSelect(index: number): void
  onOpen(index: number): void
}

/** The row as one clear line for a screen reader: its sentence, then both times. */
function nameOf(row: SignInRow, clocks: Clocks, language: Language, noTime: string): string {
  const zones = clocks.second === null ? [clocks.first] : [clocks.first, clocks.second]
  const seconds = row.eventTime
  const times = seconds === null ? [noTime] : zones.map((zone) => clockInWords(seconds, zone, language))
  const sentence = sentenceOf(row, language).map(({ text }) => beginning(text, 160))
  return visibleText([sentence.join(''), ...times].join(' '))
}

/** One sign-in, 26 px high. Values come from the record and are shown as text, never as markup. */
export const TimelineRow = memo(function TimelineRow(props: TimelineRowProps) {
  const { row, index, clocks } = props
  const language = useLanguage()
  const texts = useTexts(timelineTexts)
  const common = {
    'aria-rowindex': index + 2,
    'aria-selected': props.selected,
    'data-index': index,
    tabIndex: props.reachable ? 0 : -1,
    onClick: () => props.onSelect(index),
    onDoubleClick: () => props.onOpen(index),
  }
  if (row === undefined) {
    return (
      // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as below
      <div role="row" {...common} className="tl-row tl-row-waiting" aria-label={texts.loadingRow}>
        <span />
        <span />
        <span />
        <span />
        <span />
      </div>
    )
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: tabIndex comes with `common`
    <div role="row" {...common} className="tl-row" aria-label={nameOf(row, clocks, language, texts.noTime)}>
      <span className="tl-gutter" />
      <Cell className="tl-when" title={row.eventTimeText ?? undefined}>
        {row.eventTime === null ? (
          <span className="tl-muted">{visibleText(row.eventTimeText ?? texts.notStated)}</span>
        ) : (
          <TwoClocks seconds={row.eventTime} clocks={clocks} />
        )}
      </Cell>
      <Cell>
        <OutcomeMark outcome={row.outcome} />
      </Cell>
      <Cell>
        <Who of={row} />
      </Cell>
      <Cell title={row.eventName ?? undefined}>{visibleText(eventWord(language, row.eventName))}</Cell>
      <WhereCell row={row} />
      <HowCell row={row} />
      <Cell>
        <MfaMark mfa={row.mfa} outcome={row.outcome} />
      </Cell>
      <FlagsCell row={row} />
    </div>
  )
})
