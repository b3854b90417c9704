import { HIDDEN_NAME, NOT_STATED } from '../../shared/domain/filter.ts'
import { MfaState, Outcome } from '../../shared/domain/sign-in.ts'
import { dateInWords, readClock } from '../../shared/domain/time.ts'
import type { EpochSeconds, Language, ZoneName } from '../../shared/domain/units.ts'
import { filterTexts } from '../../shared/messages/filter.ts'
import { eventWord, mfaWords, outcomeWords } from '../../shared/messages/words.ts'
import { clockLabel } from '../timeline/clock-text.tsx'
import { visibleName, visibleText } from '../ui/visible-text.ts'
import { shortName } from '../ui/who-name.ts'
import type { ListField, Token } from './filter-change.ts'

/** One value of a list field in words. */
export function valueWord(field: ListField, key: string, language: Language): string {
  const texts = filterTexts[language]
  if (key === NOT_STATED) return texts.notStated
  if (field === 'outcomes') return outcomeWords[language][Outcome.parse(key)]
  if (field === 'mfa') return mfaWords[language][MfaState.parse(key)]
  if (field === 'eventNames') return visibleText(eventWord(language, key))
  if (key === HIDDEN_NAME) return texts.hidden
  const name = key.slice(key.indexOf(':') + 1)
  const session = key.startsWith('role:') ? name.indexOf('/') : -1
  if (session === -1) return visibleName(name)
  return `${visibleName(name.slice(0, session))} · ${visibleName(name.slice(session + 1))}`
}

/** The same where there is little room: names of principals may leave out their middle. */
export function shortValueWord(field: ListField, key: string, language: Language): string {
  if (field !== 'principals' || key === NOT_STATED || key === HIDDEN_NAME)
    return valueWord(field, key, language)
  const name = key.slice(key.indexOf(':') + 1)
  const session = key.startsWith('role:') ? name.indexOf('/') : -1
  if (session === -1) return shortName(name)
  return `${shortName(name.slice(0, session))} · ${visibleName(name.slice(session + 1))}`
}

/** Name of a field as a token says it. */
export function fieldWord(field: Token['field'], language: Language): string {
  const texts = filterTexts[language]
  switch (field) {
    case 'outcomes':
      return texts.tokenOutcomes
    case 'mfa':
      return texts.tokenMfa
    case 'eventNames':
      return texts.tokenEventNames
    case 'principals':
      return texts.tokenPrincipals
    case 'period':
      return texts.tokenPeriod
    case 'text':
      return texts.search
  }
}

/** A period with both ends in the first clock; an open end is left out. */
export function periodWords(
  period: { readonly from: EpochSeconds | null; readonly to: EpochSeconds | null },
  zone: ZoneName,
  language: Language,
): string {
  const end = (seconds: EpochSeconds | null) => {
    if (seconds === null) return ''
    const { date, time } = readClock(seconds, zone)
    return `${dateInWords(date, language)} ${time.endsWith(':00') ? time.slice(0, 5) : time}`
  }
  return `${end(period.from)} – ${end(period.to)} ${clockLabel(zone, language)}`.trim()
}
