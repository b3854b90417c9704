import { isEmptyFilter, type SignInFilter } from '../../shared/domain/filter.ts'
import { reportWords } from '../../shared/messages/report.ts'
import { reportScreenTexts } from '../../shared/messages/report-screen.ts'
import { useCall } from '../backend.tsx'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { usePlace } from '../shell/place.tsx'

/** The main chapters of the report, by the names they have in it, with how much stands in each. */
export function ReportContents(props: { readonly filter: SignInFilter }) {
  const texts = useTexts(reportScreenTexts)
  const chapters = useTexts(reportWords)
  const { summary } = usePlace()
  const { filter } = props
  const whole = isEmptyFilter(filter)
  const { data } = useCall('timeline.open', { filter, keep: null }, { skip: whole })
  const all = countText(summary.signIns)
  const parts: readonly (readonly [string, string])[] = [
    [chapters.summary, ''],
    [chapters.items, texts.files(countText(summary.sources))],
    [chapters.completeness, texts.notWhole(countText(summary.needLook))],
    [
      chapters['sign-ins'],
      whole ? texts.allOf(all) : data === undefined ? '' : texts.ofAll(countText(data.matched), all),
    ],
    [chapters.exhibits, texts.notes(countText(summary.notes))],
    [chapters.method, ''],
    [chapters.custody, texts.entries(countText(summary.custody.entries))],
  ]
  return (
    <section className="report-contents">
      <h2 className="ui-small-heading">{texts.contents}</h2>
      <ul>
        {parts.map(([name, amount]) => (
          <li key={name}>
            <span>{name}</span>
            <small>{amount}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
