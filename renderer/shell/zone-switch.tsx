import { readClock } from '../../shared/domain/time.ts'
import { shellTexts } from '../../shared/messages/shell.ts'
import { useSettings, useTexts } from '../settings/settings.tsx'
import { clockLabel } from '../timeline/clock-text.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { usePlace } from './place.tsx'

/** Which clock stands first. The offset is that at the end of the evidence, because daylight saving moves it. */
export function ZoneSwitch() {
  const texts = useTexts(shellTexts)
  const { zone, firstClock, language, change } = useSettings()
  const { summary } = usePlace()
  if (zone === 'UTC') {
    return <span className="shell-zone-only">UTC</span>
  }
  const { offset } = readClock(summary.lastTime ?? Math.floor(summary.createdAt / 1000), zone)
  return (
    <Segmented
      label={texts.zone}
      value={firstClock}
      options={[
        { value: 'utc', label: 'UTC' },
        {
          value: 'zone',
          label: (
            <span className="shell-zone" title={zone}>
              {clockLabel(zone, language)} <span className="ui-segmented-aside">{offset}</span>
            </span>
          ),
        },
      ]}
      onChange={(value) => change({ firstClock: value })}
    />
  )
}
