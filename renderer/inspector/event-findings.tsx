import { anyFinding } from '../../shared/domain/finding.ts'
import { detectionTexts, verdictWords } from '../../shared/messages/detections.ts'
import { ruleWords } from '../../shared/messages/rule-words.ts'
import { useCall, useEvent } from '../backend.tsx'
import { useDetectionsRun } from '../detections/detections-run.tsx'
import { SeverityMark } from '../detections/severity.tsx'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { usePlace } from '../shell/place.tsx'
import { visibleText } from '../ui/visible-text.ts'

/** The findings that hold this record, each with the way to it. Silence says why: nothing matched, or nobody asked. */
export function EventFindings(props: { readonly signInId: number }) {
  const texts = useTexts(detectionTexts)
  const language = useLanguage()
  const place = usePlace()
  const { state } = useDetectionsRun()
  const { data, refetch } = useCall('finding.list', { ...anyFinding, signInId: props.signInId })
  useEvent('case.changed', ({ what }) => {
    if (what === 'findings') refetch()
  })
  if (data === undefined) return null
  if (data.rows.length === 0) {
    return <p className="insp-nothing">{state?.run == null ? texts.neverHere : texts.noneHere}</p>
  }
  return (
    <ul className="det-here">
      {data.rows.map((row) => {
        const { title } = ruleWords[language][row.rule]
        const about = row.subject === null ? texts.wholeCase : visibleText(row.subject)
        return (
          <li key={row.id}>
            <SeverityMark severity={row.severity} />
            <div>
              <button
                type="button"
                aria-label={texts.openFinding(title)}
                onClick={() => {
                  place.chooseFinding(row.id)
                  place.go('detections')
                }}
              >
                {title}
              </button>
              <small>
                {about}, {texts.events(row.events)}
                {row.verdict !== 'open' && ` · ${verdictWords[language][row.verdict]}`}
              </small>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
