import { isWide } from '../text/kinsoku.ts'

/** The beginning of a text, at most four lines and `room` half-wide characters; Japanese characters are twice as wide. */
export function shortened(text: string, room: number): string {
  let left = room
  let kept = ''
  for (const character of text.split('\n').slice(0, 4).join('\n')) {
    left -= isWide(character.codePointAt(0) ?? 0) ? 2 : 1
    if (left < 0) break
    kept += character
  }
  return kept === text ? text : `${kept} …`
}
