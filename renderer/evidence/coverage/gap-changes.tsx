import type {
  GapCause,
  TrailChange,
  TrailChangeRole,
  TrailMatch,
} from '../../../shared/domain/trail-change.ts'
import { coverageScreenTexts } from '../../../shared/messages/coverage-screen.ts'
import {
  gapTexts,
  gapVerdict,
  trailChangeRoleWords,
  trailMatchWords,
} from '../../../shared/messages/trail-change.ts'
import { lastName } from '../../import/last-name.ts'
import { countText } from '../../settings/numbers.ts'
import { useClocks, useLanguage, useTexts } from '../../settings/settings.tsx'
import { clockInWords } from '../../timeline/clock-text.tsx'
import { IconButton } from '../../ui/button.tsx'
import { visibleText } from '../../ui/visible-text.ts'
import { useCopy } from '../use-copy.ts'

/** Whether a change of the trail explains a gap, and the records that show it. */
export function GapChanges(props: {
  readonly cause: GapCause
  readonly changes: ReadonlyMap<number, TrailChange>
}) {
  const { cause, changes } = props
  const texts = useTexts(gapTexts)
  return (
    <>
      <span>{texts[gapVerdict(cause)]}</span>
      {cause.changes.map(({ change: id, role, match }) => {
        const change = changes.get(id)
        return change !== undefined && <Change key={id} change={change} role={role} match={match} />
      })}
    </>
  )
}

function Change(props: {
  readonly change: TrailChange
  readonly role: TrailChangeRole
  readonly match: TrailMatch
}) {
  const { change, role, match } = props
  const texts = useTexts(gapTexts)
  const screen = useTexts(coverageScreenTexts)
  const language = useLanguage()
  const { first, second } = useClocks()
  const copy = useCopy()
  const { eventTime, principalName, principalArn, errorCode } = change
  const who = principalName ?? principalArn
  const record = screen.recordOf(countText(change.recordNumber), visibleText(lastName(change.path)))
  return (
    <div className="evd-change">
      <p>
        <b>{visibleText(change.eventName)}</b>
        {errorCode !== null && ` (${visibleText(errorCode)})`}
        {screen.colon}
        {trailChangeRoleWords[language][role]}
      </p>
      {eventTime !== null && (
        <p>
          {clockInWords(eventTime, first, language)}
          {second !== null && (
            <small className="evd-other">{clockInWords(eventTime, second, language)}</small>
          )}
        </p>
      )}
      <p>{screen.changedBy(who === null ? texts.unknown : visibleText(who))}</p>
      <small>{trailMatchWords[language][match]}</small>
      <small className="evd-copied" title={visibleText(change.path)}>
        {record}
        <IconButton
          icon="copy"
          size={12}
          label={screen.copyRecord}
          onClick={() => copy(`${change.path} #${change.recordNumber}`)}
        />
      </small>
    </div>
  )
}
