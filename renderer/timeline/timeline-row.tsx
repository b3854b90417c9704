import { memo } from 'react'
import type { SignInRow } from '../../shared/domain/sign-in.ts'
import type { Language } from '../../shared/domain/units.ts'
import { sentenceOf } from '../../shared/messages/sentence.ts'
import { timelineTexts } from '../../shared/messages/timeline.ts'
import { eventWord } from '../../shared/messages/words.ts'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { Icon } from '../ui/icon.tsx'
import { MfaMark, OutcomeMark } from '../ui/marks.tsx'
import { beginning, visibleText } from '../ui/visible-text.ts'
import { Who } from '../ui/who.tsx'
import { Cell } from './cell.tsx'
import { clockInWords, TwoClocks } from './clock-text.tsx'
import type { Clocks } from './day-lines.ts'
import { FlagsCell } from './flags-cell.tsx'
import { HowCell, WhereCell } from './from-cells.tsx'
import { type LineState, lineFrame } from './line-frame.ts'

export interface TimelineRowProps extends LineState {
  /** Undefined while the row is being read. */
  readonly row: SignInRow | undefined
  /** Its place in the view. */
  readonly index: number
  /** Under the line of an open burst. */
  readonly inBurst: boolean
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
  const marks = row === undefined ? undefined : props.marks?.of.get(row.id)
  const language = useLanguage()
  const texts = useTexts(timelineTexts)
  const kind = `${props.inBurst ? 'tl-in-burst' : ''}${marks?.reviewed != null ? ' tl-reviewed' : ''}`
  const common = { ...lineFrame(props, kind, index), 'aria-level': props.inBurst ? 2 : undefined }
  if (row === undefined) {
    return (
      // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as below
      <div
        role="row"
        {...common}
        className={`${common.className} tl-row-waiting`}
        aria-label={texts.loadingRow}
      >
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
    <div role="row" {...common} aria-label={nameOf(row, clocks, language, texts.noTime)}>
      <span className="tl-gutter">{props.chosen && <Icon name="check" size={11} tone="accent" />}</span>
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
      <FlagsCell row={row} marks={marks ?? null} tags={props.marks?.tags ?? null} />
    </div>
  )
})
