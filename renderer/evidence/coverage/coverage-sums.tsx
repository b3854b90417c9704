import { COVERAGE_LETTERS, type Coverage } from '../../../shared/domain/coverage.ts'
import { daysIn } from '../../../shared/domain/coverage-days.ts'
import { coverageStateWords } from '../../../shared/messages/coverage.ts'
import { coverageScreenTexts } from '../../../shared/messages/coverage-screen.ts'
import { countText } from '../../settings/numbers.ts'
import { useLanguage, useTexts } from '../../settings/settings.tsx'
import { LEGEND } from './cell-words.ts'
import { lookOf } from './map-cells.ts'
import { CellMark } from './map-row.tsx'

/** How many hours are in each state, which is the legend too, and that they add up. */
export function CoverageSums({ coverage }: { readonly coverage: Coverage }) {
  const texts = useTexts(coverageScreenTexts)
  const words = coverageStateWords[useLanguage()]
  const { hours, rows, period } = coverage
  const sum = LEGEND.reduce((total, state) => total + hours[state], 0)
  return (
    <section className="evd-sums" aria-label={texts.legend}>
      <dl>
        {LEGEND.map((state) => (
          <div key={state} className={hours[state] === 0 ? 'evd-sum evd-sum-none' : 'evd-sum'}>
            <dd>{countText(hours[state])}</dd>
            <dt>
              <CellMark look={lookOf(COVERAGE_LETTERS[state])} />
              {words[state]}
            </dt>
          </div>
        ))}
      </dl>
      {period !== null && (
        <p>
          <b className="evd-sum-all">{texts.sumHours(countText(sum))}</b>
          {texts.sumOf(countText(rows.length), countText(daysIn(period)))}
        </p>
      )}
    </section>
  )
}
