import { memo } from 'react'
import type { Burst } from '../../shared/domain/burst.ts'
import type { BurstShows } from '../../shared/domain/folded-lines.ts'
import type { SignInRow } from '../../shared/domain/sign-in.ts'
import { burstTexts } from '../../shared/messages/bursts.ts'
import { countText } from '../settings/numbers.ts'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { CountryChip } from '../ui/country-chip.tsx'
import { Icon } from '../ui/icon.tsx'
import { MfaMark } from '../ui/marks.tsx'
import { visibleText } from '../ui/visible-text.ts'
import { burstSaying } from './burst-words.ts'
import { Cell } from './cell.tsx'
import { clockInWords, TwoClocks } from './clock-text.tsx'
import { shortSystem } from './from-cells.tsx'
import { type LineState, lineFrame } from './line-frame.ts'
import { Sparkline } from './sparkline.tsx'

export interface BurstRowProps extends LineState {
  readonly burst: Burst
  readonly shows: BurstShows
  /** The first failure; undefined while it is being read. */
  readonly lead: SignInRow | undefined
}

/** A run of failures from one address as one line: how many, how long, how spread, how many names. */
export const BurstRow = memo(function BurstRow(props: BurstRowProps) {
  const { burst, clocks, lead } = props
  const { shared } = burst
  const texts = useTexts(burstTexts)
  const language = useLanguage()
  const isOpen = props.shows !== 'line'
  const zones = clocks.second === null ? [clocks.first] : [clocks.first, clocks.second]
  const times = zones.map((zone) => clockInWords(burst.firstTime, zone, language))
  const label = visibleText([burstSaying(burst, texts), ...times].join(' '))
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: tabIndex comes with the frame
    <div
      role="row"
      {...lineFrame(props, 'tl-burst')}
      aria-level={1}
      aria-expanded={isOpen}
      aria-label={label}
    >
      <span className="tl-gutter" title={isOpen ? texts.close : texts.open}>
        <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} size={11} />
      </span>
      <Cell className="tl-when">
        <TwoClocks seconds={burst.firstTime} clocks={clocks} />
      </Cell>
      <Cell className="tl-run">
        <Icon name="outcome-failure" tone="fail" />
        <b>{texts.failures(countText(burst.count))}</b>
        <span>{texts.lasted(burst.lastTime - burst.firstTime)}</span>
        <Sparkline counts={burst.spark} title={texts.spark} />
      </Cell>
      <Cell>{burst.names === 0 ? texts.noNames : texts.names(countText(burst.names))}</Cell>
      <Cell className="tl-where">
        <span>{visibleText(burst.sourceIp)}</span>
        <CountryChip country={lead?.country ?? null} trusted={false} />
        {shared.region !== null && <small>{visibleText(shared.region)}</small>}
      </Cell>
      <Cell className="tl-how">
        {shared.browser !== null && <span>{visibleText(shared.browser)}</span>}
        {shared.system !== null && <small>{visibleText(shortSystem(shared.system))}</small>}
      </Cell>
      <Cell>{shared.mfa !== null && <MfaMark mfa={shared.mfa} outcome="failure" />}</Cell>
      <Cell className="tl-flags">
        {burst.hidden > 0 && (
          <span className="tl-flag" title={texts.hiddenTries(countText(burst.hidden))}>
            <Icon name="principal-hidden" size={13} />
            {countText(burst.hidden)}
          </span>
        )}
        {burst.successCount > 0 && (
          <span className="tl-flag tl-flag-ok" title={`${texts.successes}: ${countText(burst.successCount)}`}>
            <Icon name="outcome-success" size={13} />
            {countText(burst.successCount)}
          </span>
        )}
      </Cell>
    </div>
  )
})
