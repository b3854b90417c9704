import { isEmptyFilter, type SignInFilter } from '../../shared/domain/filter.ts'
import { reportScreenTexts } from '../../shared/messages/report-screen.ts'
import { useCall } from '../backend.tsx'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { usePlace } from '../shell/place.tsx'

/** The parts of the report with how much stands in each. */
export function ReportContents(props: { readonly filter: SignInFilter }) {
  const texts = useTexts(reportScreenTexts)
  const { summary } = usePlace()
  const { filter } = props
  const whole = isEmptyFilter(filter)
  const { data } = useCall('timeline.open', { filter, keep: null }, { skip: whole })
  const all = countText(summary.signIns)
  const parts: readonly (readonly [string, string])[] = [
    [texts.partSummary, ''],
    [
      texts.partSignIns,
      whole ? texts.allOf(all) : data === undefined ? '' : texts.ofAll(countText(data.matched), all),
    ],
    [texts.partExhibits, texts.notes(countText(summary.notes))],
    [texts.partSources, texts.files(countText(summary.sources))],
    [texts.partTrouble, texts.files(countText(summary.needLook))],
    [texts.partCustody, texts.entries(countText(summary.custody.entries))],
    [texts.partMethod, ''],
  ]
  return (
    <section className="report-contents">
      <h4>{texts.contents}</h4>
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
