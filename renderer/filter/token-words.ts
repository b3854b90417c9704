import { type FacetName, HIDDEN_NAME, NOT_STATED } from '../../shared/domain/filter.ts'
import { MfaState, Outcome } from '../../shared/domain/sign-in.ts'
import { dateInWords, readClock } from '../../shared/domain/time.ts'
import type { EpochSeconds, Language, ZoneName } from '../../shared/domain/units.ts'
import { countryName } from '../../shared/messages/address.ts'
import { filterTexts } from '../../shared/messages/filter.ts'
import { eventWord, mfaWords, outcomeWords } from '../../shared/messages/words.ts'
import { clockLabel } from '../timeline/clock-text.tsx'
import { visibleName, visibleText } from '../ui/visible-text.ts'
import { shortName } from '../ui/who-name.ts'
import { shortDate } from '../welcome/short-date.ts'

/** One value of a facet in words. */
export function valueWord(facet: FacetName, key: string, language: Language): string {
  const texts = filterTexts[language]
  if (facet === 'outcome') return wordOf(Outcome.safeParse(key).data, outcomeWords[language], key)
  if (facet === 'mfa') return wordOf(MfaState.safeParse(key).data, mfaWords[language], key)
  if (key === NOT_STATED) return facet === 'tag' ? texts.untagged : texts.notStated
  if (facet === 'event') return visibleText(eventWord(language, key))
  if (facet === 'country') return countryName(visibleText(key), language)
  if (facet !== 'user') return visibleName(key)
  if (key === HIDDEN_NAME) return texts.hidden
  const name = key.slice(key.indexOf(':') + 1)
  const session = key.startsWith('role:') ? name.indexOf('/') : -1
  if (session === -1) return visibleName(name)
  return `${visibleName(name.slice(0, session))} · ${visibleName(name.slice(session + 1))}`
}

/** A key that is not of the closed list, as an older case may have it, is shown as it stands. */
function wordOf<K extends string>(known: K | undefined, words: Readonly<Record<K, string>>, key: string) {
  return known === undefined ? visibleName(key) : words[known]
}

/** The same where there is little room: names of principals may leave out their middle. */
export function shortValueWord(facet: FacetName, key: string, language: Language): string {
  if (facet !== 'user' || key === NOT_STATED || key === HIDDEN_NAME) return valueWord(facet, key, language)
  const name = key.slice(key.indexOf(':') + 1)
  const session = key.startsWith('role:') ? name.indexOf('/') : -1
  if (session === -1) return shortName(name)
  return `${shortName(name.slice(0, session))} · ${visibleName(name.slice(session + 1))}`
}

/** A moment as the clock of a zone shows it, without seconds where they are 0. */
export function momentWords(seconds: EpochSeconds, zone: ZoneName, language: Language): string {
  const { date, time } = readClock(seconds, zone)
  return `${dateInWords(date, language)} ${time.endsWith(':00') ? time.slice(0, 5) : time}`
}

/** The same without the weekday, where there is little room. */
export function shortMoment(seconds: EpochSeconds, zone: ZoneName, language: Language): string {
  const { date, time } = readClock(seconds, zone)
  return `${shortDate(date, language)} ${time.endsWith(':00') ? time.slice(0, 5) : time}`
}

/** A period with both ends on one clock; an open end is left out. */
export function periodWords(
  period: { readonly from: EpochSeconds | null; readonly to: EpochSeconds | null },
  zone: ZoneName,
  language: Language,
  moment = momentWords,
): string {
  const end = (seconds: EpochSeconds | null) => (seconds === null ? '' : moment(seconds, zone, language))
  return `${end(period.from)} – ${end(period.to)} ${clockLabel(zone, language)}`.trim()
}

/** Px that a token needs, roughly: the row must know before it draws. */
export function tokenRoom(words: string): number {
  const wide = [...words].filter((letter) => letter > '\u2e7f').length
  return 42 + wide * 12.5 + (words.length - wide) * 6.7
}
