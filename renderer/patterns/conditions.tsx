import type { PatternRun } from '../../shared/domain/pattern.ts'
import { patternTexts } from '../../shared/messages/patterns.ts'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { visibleText } from '../ui/visible-text.ts'

/** How many records each condition lets through by itself: the one that narrows is seen at once. */
export function Conditions({ run }: { readonly run: PatternRun }) {
  const texts = useTexts(patternTexts)
  if (run.conditions.length === 0) return null
  return (
    <ul className="pat-conditions" aria-label={texts.conditions}>
      {run.conditions.map((condition) => (
        <li key={condition.from}>
          <code title={visibleText(condition.text)}>{visibleText(condition.text)}</code>
          <span className="pat-bar" aria-hidden="true">
            <span style={{ width: `${run.records === 0 ? 0 : (100 * condition.matched) / run.records}%` }} />
          </span>
          <span className="pat-count tabular">
            {texts.conditionCount(countText(condition.matched), countText(run.records))}
          </span>
        </li>
      ))}
    </ul>
  )
}
