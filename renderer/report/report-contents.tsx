import { isEmptyFilter, type SignInFilter } from '../../shared/domain/filter.ts'
import {
  OPTIONAL_CHAPTERS,
  type OptionalChapter,
  REPORT_CHAPTERS,
  type ReportChapter,
  type ReportChoices,
} from '../../shared/domain/report.ts'
import { reportWords } from '../../shared/messages/report.ts'
import { reportScreenTexts } from '../../shared/messages/report-screen.ts'
import { useCall } from '../backend.tsx'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { usePlace } from '../shell/place.tsx'

const OPTIONAL = new Set<string>(OPTIONAL_CHAPTERS)
/** The annex comes by itself where there are many files. */
const LISTED = REPORT_CHAPTERS.filter((id) => id !== 'annex')

/** The chapters by the names they have in the report, with how much stands in each; some can be left out. */
export function ReportContents(props: {
  readonly filter: SignInFilter
  readonly choices: ReportChoices
  onChange(part: Partial<ReportChoices>): void
}) {
  const texts = useTexts(reportScreenTexts)
  const chapters = useTexts(reportWords)
  const amounts = useAmounts(props.filter)
  const { choices, onChange } = props
  const isIn = (id: ReportChapter) =>
    id === 'certification' ? choices.certification : !choices.leaveOut.includes(id as OptionalChapter)
  const toggle = (id: ReportChapter) => {
    if (id === 'certification') return onChange({ certification: !choices.certification })
    const without = OPTIONAL_CHAPTERS.filter((other) => (other === id ? isIn(id) : !isIn(other)))
    onChange({ leaveOut: without })
  }
  const chosen = LISTED.filter(isIn).length
  return (
    <section className="report-contents">
      <h2 className="ui-small-heading">
        {texts.contents}
        <small>{texts.chaptersOf(countText(chosen), countText(LISTED.length))}</small>
      </h2>
      <ul>
        {LISTED.map((id) => {
          const fixed = !OPTIONAL.has(id) && id !== 'certification'
          return (
            <li key={id}>
              <label className="report-check" title={fixed ? texts.always : undefined}>
                <input type="checkbox" checked={isIn(id)} disabled={fixed} onChange={() => toggle(id)} />
                <span>{chapters[id]}</span>
              </label>
              <small>{isIn(id) ? (amounts[id] ?? '') : ''}</small>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function useAmounts(filter: SignInFilter): Partial<Record<ReportChapter, string>> {
  const texts = useTexts(reportScreenTexts)
  const { summary } = usePlace()
  const whole = isEmptyFilter(filter)
  const { data } = useCall('timeline.open', { filter, keep: null }, { skip: whole })
  const all = countText(summary.signIns)
  return {
    items: texts.files(countText(summary.sources)),
    completeness: texts.notWhole(countText(summary.needLook)),
    'sign-ins': whole
      ? texts.allOf(all)
      : data === undefined
        ? ''
        : texts.ofAll(countText(data.matched), all),
    exhibits: texts.notes(countText(summary.notes)),
    custody: texts.entries(countText(summary.custody.entries)),
  }
}
