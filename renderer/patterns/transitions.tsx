import type { AlarmReplay, AlarmTransition } from '../../shared/domain/alarm.ts'
import { readClock } from '../../shared/domain/time.ts'
import type { ZoneName } from '../../shared/domain/units.ts'
import { alarmTexts } from '../../shared/messages/alarm.ts'
import { patternTexts } from '../../shared/messages/patterns.ts'
import { countText } from '../settings/numbers.ts'
import { useClocks, useLanguage, useTexts } from '../settings/settings.tsx'
import { clockLabel } from '../timeline/clock-text.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { shortDate } from '../welcome/short-date.ts'
import { partsOf } from './lasted.ts'

/** Every change of state with its time on both clocks, its sum and the records behind it. */
export function Transitions(props: {
  readonly replay: AlarmReplay
  readonly chosen: number | null
  /** Puts the chart around a change. */
  onChoose(at: number): void
  onShow(change: AlarmTransition): void
  /** Goes to the records behind a change. */
  onRecords(change: AlarmTransition): void
}) {
  const { transitions, transitionCount } = props.replay
  const texts = useTexts(patternTexts)
  const words = useTexts(alarmTexts)
  const { first, second } = useClocks()
  const language = useLanguage()
  const zones = second === null ? [first] : [first, second]
  if (transitions.length === 0) return <p className="pat-quiet">{texts.noChange}</p>
  return (
    <>
      <table className="pat-table">
        <thead>
          <tr>
            <th scope="col">{texts.stateChange}</th>
            {zones.map((zone) => (
              <th scope="col" key={zone}>
                {clockLabel(zone, language)}
              </th>
            ))}
            <th scope="col">{texts.sumColumn}</th>
            <th scope="col">{texts.recordsColumn}</th>
            <th scope="col">{texts.stayed}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {transitions.map((change, index) => (
            <tr key={change.at} aria-current={props.chosen === change.at ? true : undefined}>
              <th scope="row">
                <button
                  type="button"
                  className={change.to === 'ALARM' ? 'pat-to pat-to-alarm' : 'pat-to'}
                  onClick={() => props.onChoose(change.at)}
                >
                  <Icon name={change.to === 'ALARM' ? 'alarm' : 'outcome-success'} size={13} />
                  {texts.toState(words.states[change.from], words.states[change.to])}
                </button>
              </th>
              {zones.map((zone) => (
                <td key={zone}>{momentText(change.at, zone, language)}</td>
              ))}
              <td>{change.missing ? texts.noData : countText(change.sum)}</td>
              <td>
                {change.eventCount === 0 ? (
                  '0'
                ) : (
                  <Button
                    look="link"
                    size="small"
                    title={texts.goToRecords}
                    onClick={() => props.onRecords(change)}
                  >
                    {countText(change.eventCount)}
                  </Button>
                )}
              </td>
              <td>{stayed(change, transitions[index + 1], texts.lasted)}</td>
              <td>
                {change.eventCount > 0 && (
                  <Button look="link" size="small" onClick={() => props.onShow(change)}>
                    {texts.showTime}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {transitionCount > transitions.length && (
        <p className="pat-quiet">
          {texts.changesShown(countText(transitions.length), countText(transitionCount))}
        </p>
      )}
    </>
  )
}

function momentText(seconds: number, zone: ZoneName, language: 'en' | 'ja'): string {
  const { date, time } = readClock(seconds, zone)
  return `${shortDate(date, language)} ${time.slice(0, 5)}`
}

function stayed(
  change: AlarmTransition,
  next: AlarmTransition | undefined,
  words: (days: number, hours: number, minutes: number) => string,
): string {
  return next === undefined ? '' : words(...partsOf((next.at - change.at) / 60))
}
