import type { BlindSpot } from '../../shared/domain/known-patterns.ts'
import { knownPatternTexts } from '../../shared/messages/known-patterns.ts'
import { patternTexts } from '../../shared/messages/patterns.ts'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { Icon } from '../ui/icon.tsx'
import type { Answered } from './use-pattern-run.ts'

/** What must be known to read a result rightly: what depended on the switch, what was not evaluated, blind spots. */
export function RunNotes(props: { readonly answered: Answered; readonly blindSpots: readonly BlindSpot[] }) {
  const { run, question } = props.answered
  const texts = useTexts(patternTexts)
  const { blindSpots } = useTexts(knownPatternTexts)
  const depended = countText(run.depended)
  const notes = [
    run.depended > 0 &&
      (question.missing === 'satisfies' ? texts.dependedYes(depended) : texts.dependedNo(depended)),
    run.tableRows > 0 && texts.tableRows(countText(run.tableRows)),
    run.unreadable > 0 && texts.unreadable(countText(run.unreadable)),
    run.untimed > 0 && texts.untimed(countText(run.untimed)),
  ].filter((note) => note !== false)
  if (notes.length === 0 && props.blindSpots.length === 0) return null
  return (
    <div className="pat-notes">
      {notes.map((note) => (
        <p key={note} className="pat-notice">
          <Icon name="info" size={13} />
          <span>{note}</span>
        </p>
      ))}
      {props.blindSpots.length > 0 && (
        <section aria-label={texts.blind}>
          <h3 className="ui-small-heading">
            <Icon name="mfa-not-visible" size={13} tone="warn" />
            {texts.blind}
          </h3>
          <ul>
            {props.blindSpots.map((spot) => (
              <li key={spot}>{blindSpots[spot]}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
