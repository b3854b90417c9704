import type { SignInDetail, SignInRow } from '../../shared/domain/sign-in.ts'
import { dateInWords, readClock } from '../../shared/domain/time.ts'
import { countryName } from '../../shared/messages/address.ts'
import { inspectorTexts } from '../../shared/messages/inspector.ts'
import { sentenceOf } from '../../shared/messages/sentence.ts'
import { mfaWords, outcomeWords } from '../../shared/messages/words.ts'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { clockLabel } from '../timeline/clock-text.tsx'
import type { Clocks } from '../timeline/day-lines.ts'
import { Pill, type Tone } from '../ui/pill.tsx'
import { beginning, visibleText } from '../ui/visible-text.ts'

/** One value cannot push everything else out of sight; the facts below have all of it. */
const LONGEST_PART = 160
const shown = (text: string): string => visibleText(beginning(text, LONGEST_PART))

const outcomeTones = { success: 'ok', failure: 'fail', 'not-stated': 'mute' } as const

/** MFA is red only where a sign-in succeeded without it; a failed sign-in's "Not used" means little. */
function mfaTone(row: SignInRow): Tone {
  if (row.mfa === 'not-used') return row.outcome === 'success' ? 'fail' : 'mute'
  return ({ used: 'ok', 'not-visible': 'fed', 'not-stated': 'mute' } as const)[row.mfa]
}

/** What happened, in one sentence, with its outcome and both clocks. */
export function Saying(props: {
  readonly row: SignInRow
  readonly detail: SignInDetail | undefined
  readonly clocks: Clocks
}) {
  const { row, detail, clocks } = props
  const language = useLanguage()
  const texts = useTexts(inspectorTexts)
  const place = row.country === null ? null : countryName(row.country, language)
  const zones = clocks.second === null ? [clocks.first] : [clocks.first, clocks.second]
  return (
    <div className="insp-say">
      <Pill tone={outcomeTones[row.outcome]} icon={`outcome-${row.outcome}`}>
        {outcomeWords[language][row.outcome]}
      </Pill>
      <Pill tone={mfaTone(row)} icon={`mfa-${row.mfa}`}>
        {texts.mfaPill(mfaWords[language][row.mfa])}
      </Pill>
      <p>
        {sentenceOf(row, language, detail?.mfaRaw ?? null, place).map((part, index) =>
          part.tone === undefined ? (
            shown(part.text)
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never move
            <b key={index} className={part.tone === 'alarm' ? 'insp-alarm' : undefined}>
              {shown(part.text)}
            </b>
          ),
        )}
      </p>
      <dl className="insp-clocks">
        {row.eventTime === null ? (
          <>
            <dt>{texts.citeWhen}</dt>
            <dd>
              {texts.noTime}
              {row.eventTimeText !== null && <code>{visibleText(row.eventTimeText)}</code>}
            </dd>
          </>
        ) : (
          zones.map((zone) => {
            const reading = readClock(row.eventTime ?? 0, zone)
            return (
              <div key={zone} className="insp-clock">
                <dt>{clockLabel(zone, language)}</dt>
                <dd>
                  {dateInWords(reading.date, language)} <b>{reading.time}</b>{' '}
                  {zone !== 'UTC' && <small>{reading.offset}</small>}
                </dd>
              </div>
            )
          })
        )}
      </dl>
    </div>
  )
}
