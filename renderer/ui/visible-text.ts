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
