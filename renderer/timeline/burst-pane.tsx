import type { ReactNode } from 'react'
import { type Burst, usualBurstRule } from '../../shared/domain/burst.ts'
import { burstTexts } from '../../shared/messages/bursts.ts'
import { inspectorTexts } from '../../shared/messages/inspector.ts'
import { countText } from '../settings/numbers.ts'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { visibleText } from '../ui/visible-text.ts'
import { burstSaying } from './burst-words.ts'
import { clockInWords } from './clock-text.tsx'
import type { Clocks } from './day-lines.ts'
import { Sparkline } from './sparkline.tsx'

/** What is known of a burst: one sentence, its numbers, and whether a sign-in from the address succeeded. */
export function BurstPane(props: {
  readonly burst: Burst
  readonly clocks: Clocks
  onShow(id: number): void
  onOnly(): void
  onClose(): void
  onLeave(): void
  /** The handle by which the pane is made wider. */
  readonly children?: ReactNode
}) {
  const { burst, clocks } = props
  const texts = useTexts(burstTexts)
  const pane = useTexts(inspectorTexts)
  const language = useLanguage()
  const zones = clocks.second === null ? [clocks.first] : [clocks.first, clocks.second]
  const times = (seconds: number) =>
    zones.map((zone) => <span key={zone}>{clockInWords(seconds, zone, language)}</span>)
  const { gapMinutes, atLeast } = usualBurstRule
  const more = burst.successCount - burst.successes.length
  return (
    <aside
      className="insp tl-burst-pane"
      aria-label={texts.pane}
      data-region="inspector"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        event.stopPropagation()
        props.onLeave()
      }}
    >
      <header className="insp-head">
        <span>{texts.pane}</span>
        <IconButton icon="close" label={pane.close} onClick={props.onClose} />
      </header>
      <div className="insp-body" tabIndex={-1}>
        <p className="tl-burst-saying">{visibleText(burstSaying(burst, texts))}</p>
        <Sparkline counts={burst.spark} title={texts.spark} />
        <dl className="tl-burst-facts">
          <dt>{texts.first}</dt>
          <dd>{times(burst.firstTime)}</dd>
          <dt>{texts.last}</dt>
          <dd>{times(burst.lastTime)}</dd>
          <dt>{texts.from}</dt>
          <dd>{visibleText(burst.sourceIp)}</dd>
          <dt>{texts.nameCount}</dt>
          <dd>{countText(burst.names)}</dd>
          <dt>{texts.hidden}</dt>
          <dd>{texts.hiddenTries(countText(burst.hidden))}</dd>
          <dt>{texts.rule}</dt>
          <dd>{texts.ruleWords(countText(gapMinutes), countText(atLeast))}</dd>
        </dl>
        <Button size="small" icon="filter" onClick={props.onOnly}>
          {texts.only}
        </Button>
        <h3 className="ui-small-heading">
          {texts.successes} <em>{countText(burst.successCount)}</em>
        </h3>
        {burst.successCount === 0 && <p className="insp-none">{texts.noSuccess(countText(gapMinutes))}</p>}
        <ul className="tl-burst-successes">
          {burst.successes.map((success) => (
            <li key={success.id}>
              <button
                type="button"
                className="insp-link"
                title={success.index === null ? texts.notInView : undefined}
                onClick={() => props.onShow(success.id)}
              >
                {clockInWords(success.eventTime, clocks.first, language)}
              </button>
              <small>{success.when === 'within' ? texts.within : texts.after}</small>
            </li>
          ))}
        </ul>
        {more > 0 && <p className="insp-none">{texts.moreSuccesses(countText(more))}</p>}
      </div>
      {props.children}
    </aside>
  )
}
