// Characters that show nothing, or make their neighbours show in another order: a name could hide behind them.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029\u115f\u1160\u3164\uffa0]/u
const KEPT = /[\u200c\u200d]/u

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const hex = code.toString(16).toUpperCase()
  return code > 0xffff ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`
}

/**
 * A value from a record as a person can see it: control characters, halves of surrogate pairs, marks that turn the
 * writing direction and other unseen characters are written as `\u202E`. Two joiners that ordinary writing needs
 * stay. The value in the case file is not touched.
 */
export function visibleText(value: string): string {
  let shown = ''
  for (const character of value) {
    shown += UNSEEN.test(character) && !KEPT.test(character) ? escaped(character) : character
  }
  return shown
}

/** The same, in quotes where white space stands at an end: `"alice "` and `alice` are two names. */
export function visibleName(value: string): string {
  const shown = visibleText(value)
  return value === value.trim() && value !== '' ? shown : `"${shown}"`
}

/** At most `most` UTF-16 units of a text, with an ellipsis when something is left out; no character is halved. */
export function beginning(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`
}
