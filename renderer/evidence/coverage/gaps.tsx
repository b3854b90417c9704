import { type ReactNode, useState } from 'react'
import type { Coverage } from '../../../shared/domain/coverage.ts'
import type { IntegrityGap } from '../../../shared/domain/integrity.ts'
import { dateInWords, utcText } from '../../../shared/domain/time.ts'
import type { EpochSeconds, Language } from '../../../shared/domain/units.ts'
import { coverageScreenTexts } from '../../../shared/messages/coverage-screen.ts'
import { countText } from '../../settings/numbers.ts'
import { useLanguage, useTexts } from '../../settings/settings.tsx'
import { Button } from '../../ui/button.tsx'
import { GapChanges } from './gap-changes.tsx'
import { clockOf, type Spot, spotOf } from './map-cells.ts'

/** So many are shown at first. */
const SHOWN = 3

/** The gaps between digest files, the longest first, each with its reason and its place on the map. */
export function Gaps(props: { readonly coverage: Coverage; onShow(spot: Spot): void }) {
  const texts = useTexts(coverageScreenTexts)
  const [all, setAll] = useState(false)
  const { coverage } = props
  const gaps = coverage.gaps
    .map((gap, index) => ({ gap, cause: coverage.gapCauses[index] }))
    .toSorted((a, b) => b.gap.to - b.gap.from - (a.gap.to - a.gap.from))
  const changes = new Map(coverage.trailChanges.map((change) => [change.id, change]))
  return (
    <section>
      <h2>{texts.gaps}</h2>
      {gaps.length === 0 && (
        <p className="evd-quiet">{coverage.digestFiles === 0 ? texts.noGapsWithout : texts.noGaps}</p>
      )}
      {(all ? gaps : gaps.slice(0, SHOWN)).map(({ gap, cause }) => (
        <GapItem
          key={`${gap.account} ${gap.region} ${gap.trail} ${gap.from}`}
          gap={gap}
          spot={spotOf(coverage, { ...gap, seconds: gap.from })}
          onShow={props.onShow}
        >
          {cause !== undefined && <GapChanges cause={cause} changes={changes} />}
        </GapItem>
      ))}
      {!all && gaps.length > SHOWN && (
        <Button size="small" look="link" onClick={() => setAll(true)}>
          {texts.showAllGaps(countText(gaps.length))}
        </Button>
      )}
    </section>
  )
}

function GapItem(props: {
  readonly gap: IntegrityGap
  readonly spot: Spot | null
  onShow(spot: Spot): void
  readonly children: ReactNode
}) {
  const { gap, spot } = props
  const texts = useTexts(coverageScreenTexts)
  const language = useLanguage()
  return (
    <div className="evd-gap">
      <b>
        {gap.account}
        {texts.comma}
        {gap.region}
        {texts.comma}
        {texts.gapHours(countText(Math.max(1, Math.round((gap.to - gap.from) / 3600))))}
      </b>
      <span>{texts.gapFromTo(moment(gap.from, language), moment(gap.to, language))}</span>
      <span>{gap.why === 'missing' ? texts.gapMissing : texts.gapRestart}</span>
      {props.children}
      {spot !== null && (
        <Button size="small" look="link" onClick={() => props.onShow(spot)}>
          {texts.showOnMap}
        </Button>
      )}
    </div>
  )
}

function moment(at: EpochSeconds, language: Language): string {
  return `${dateInWords(utcText(at).slice(0, 10), language)} ${clockOf(at)}`
}
