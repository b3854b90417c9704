import type { AlarmChart } from '../../shared/domain/alarm.ts'
import { readClock } from '../../shared/domain/time.ts'
import { alarmTexts } from '../../shared/messages/alarm.ts'
import { patternTexts } from '../../shared/messages/patterns.ts'
import { countText } from '../settings/numbers.ts'
import { useClocks, useLanguage, useTexts } from '../settings/settings.tsx'
import { clockLabel } from '../timeline/clock-text.tsx'
import { shortDate } from '../welcome/short-date.ts'

const MOST_ROWS = 400

/** The chart as a table: the same columns, without those in which nothing was. */
export function ChartTable({ chart }: { readonly chart: AlarmChart }) {
  const texts = useTexts(patternTexts)
  const words = useTexts(alarmTexts)
  const { first } = useClocks()
  const language = useLanguage()
  const busy = chart.columns.filter(({ matches, sum }) => matches > 0 || (sum ?? 0) !== 0)
  return (
    <div className="pat-chart-table">
      <table className="pat-table">
        <caption>
          {texts.quietRows} {busy.length > MOST_ROWS && texts.tableCut(countText(MOST_ROWS))}
        </caption>
        <thead>
          <tr>
            <th scope="col">
              {texts.time} ({clockLabel(first, language)})
            </th>
            <th scope="col">{texts.matchesColumn}</th>
            <th scope="col">{texts.sumColumn}</th>
            <th scope="col">{texts.stateColumn}</th>
          </tr>
        </thead>
        <tbody>
          {busy.slice(0, MOST_ROWS).map((column) => {
            const { date, time } = readClock(column.at, first)
            return (
              <tr key={column.at}>
                <th scope="row">
                  {shortDate(date, language)} {time.slice(0, 5)}
                </th>
                <td>{countText(column.matches)}</td>
                <td>{column.sum === null ? texts.noData : countText(column.sum)}</td>
                <td>{words.states[column.state]}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
