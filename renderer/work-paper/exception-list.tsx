import { officeHoursText } from '../../shared/domain/office-hours.ts'
import type { PaperException, PaperResult, PaperSettings } from '../../shared/domain/work-paper.ts'
import { paperTexts } from '../../shared/messages/paper-screen.ts'
import { fill } from '../../shared/messages/report-fill.ts'
import { eventWord } from '../../shared/messages/words.ts'
import {
  apartWords,
  paperCriterionWords,
  paperReasonWords,
  paperTestWords,
} from '../../shared/messages/work-paper.ts'
import { countText } from '../settings/numbers.ts'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { MfaMark, OutcomeMark } from '../ui/marks.tsx'
import { visibleText } from '../ui/visible-text.ts'
import { RecordTime } from './record-time.tsx'
import { WhoCell } from './who-cell.tsx'

/** A test: its criterion, what was counted apart, and its exceptions, each of which opens in the timeline. */
export function ExceptionList(props: {
  readonly result: PaperResult
  readonly settings: PaperSettings
  onShow(id: number): void
}) {
  const { result, settings } = props
  const texts = useTexts(paperTexts)
  const language = useLanguage()
  const apart = result.apart.map(({ why, count }) => `${countText(count)} ${apartWords[language][why]}`)
  const criterion = fill(paperCriterionWords[language][result.test], {
    zone: settings.zone,
    hours: officeHoursText(settings.officeHours, language),
    days: settings.dormantDays,
    atLeast: settings.bursts.atLeast,
    gap: settings.bursts.gapMinutes,
  })
  return (
    <section className="wp-detail" aria-label={paperTestWords[language][result.test]}>
      <header>
        <h2>{paperTestWords[language][result.test]}</h2>
        <p>{criterion}</p>
        {apart.length > 0 && (
          <p className="wp-quiet">{texts.criterionNote(apart.join(language === 'ja' ? '、' : '; '))}</p>
        )}
      </header>
      {result.reason !== null ? (
        <EmptyState icon="info" title={texts.notAnswered}>
          {paperReasonWords[language][result.reason]}
        </EmptyState>
      ) : result.listed.length === 0 ? (
        <EmptyState icon="outcome-success" title={texts.none}>
          {texts.noExceptions}
        </EmptyState>
      ) : (
        <table className="wp-table">
          <thead>
            <tr>
              <th scope="col">{texts.when}</th>
              <th scope="col">{texts.who}</th>
              <th scope="col">{texts.what}</th>
              <th scope="col">{texts.where}</th>
              <th scope="col">{texts.why}</th>
            </tr>
          </thead>
          <tbody>
            {result.listed.map((exception) => (
              <tr key={exception.number}>
                <td>
                  <button
                    type="button"
                    className="wp-open"
                    title={texts.show}
                    onClick={() => props.onShow(exception.row.id)}
                  >
                    <RecordTime seconds={exception.row.time} zone={settings.zone} />
                  </button>
                </td>
                <td>
                  <WhoCell row={exception.row} />
                </td>
                <td>
                  {visibleText(eventWord(language, exception.row.eventName))}
                  <OutcomeMark outcome={exception.row.outcome} />
                </td>
                <td className="wp-ip">{visibleText(exception.row.sourceIp ?? '')}</td>
                <td>
                  <Why exception={exception} test={result.test} zone={settings.zone} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {result.listed.length < result.exceptions && (
        <p className="wp-quiet">
          {texts.firstOf(countText(result.listed.length), countText(result.exceptions))}
        </p>
      )}
    </section>
  )
}

/** What makes it an exception where the columns do not say it, and the notes on the record. */
function Why(props: {
  readonly exception: PaperException
  readonly test: PaperResult['test']
  readonly zone: string
}) {
  const texts = useTexts(paperTexts)
  const { row, burst, lastBefore } = props.exception
  return (
    <>
      {burst !== null && <span>{texts.burst(burst.count, burst.hidden, burst.successes)}</span>}
      {props.test === 'dormant' &&
        (lastBefore === null ? (
          <span>{texts.neverBefore}</span>
        ) : (
          <span>
            {texts.lastBefore('')} <RecordTime seconds={lastBefore} zone={props.zone} />
          </span>
        ))}
      {row.switchedFrom !== null && <span>{texts.switched(visibleText(row.switchedFrom))}</span>}
      {burst === null && <MfaMark mfa={row.mfa} outcome={row.outcome} />}
      {row.notes.map((note) => (
        <q key={note}>{visibleText(note)}</q>
      ))}
    </>
  )
}
