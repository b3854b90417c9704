// Characters that must not begin or end a line, after the basic classes of JIS X 4051.
const NO_START = new Set(
  '、。，．・：；？！‥…ー〜～ゝゞヽヾ々〻」』）］｝】〕〉》〗〙”’％,.:;!?)]}%ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ',
)
const NO_END = new Set('「『（［｛【〔〈《〖〘“‘([{¥￥＄$')
const SOFT_AFTER = new Set('/\\-_.:,;=&?+@#|')

/** How good a place between two characters is for a line break. */
export type BreakGrade = 'none' | 'soft' | 'good'

/** True for scripts that are written without spaces: a line may end between any two such characters. */
export function isWide(codePoint: number): boolean {
  return (
    (codePoint >= 0x2e80 && codePoint <= 0x9fff) ||
    (codePoint >= 0xac00 && codePoint <= 0xd7a3) ||
    (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
    (codePoint >= 0xfe30 && codePoint <= 0xfe4f) ||
    (codePoint >= 0xff00 && codePoint <= 0xffef) ||
    (codePoint >= 0x20000 && codePoint <= 0x3fffd)
  )
}

function isKatakana(character: string): boolean {
  return character >= '゠' && character <= 'ヿ'
}

/**
 * Grade of a break between `left` and `right`. `good`: after a space, or between characters of which one is
 * Japanese. `soft`: inside a word, taken only when there is no good one on the line. `before` is the character before
 * `left`: a number keeps the Japanese counter after its space, and 第 its number.
 */
export function breakGrade(before: string, left: string, right: string): BreakGrade {
  if (right === ' ') return 'none'
  const wideRight = isWide(right.codePointAt(0) ?? 0)
  if (left === ' ') {
    const counted = wideRight && before >= '0' && before <= '9'
    return counted || before === '第' ? 'none' : 'good'
  }
  if (wideRight || isWide(left.codePointAt(0) ?? 0)) {
    if (NO_START.has(right) || NO_END.has(left)) return 'none'
    // A word in katakana, and a number with its counter, are kept whole where the line allows it.
    const together = (isKatakana(left) && isKatakana(right)) || (left >= '0' && left <= '9')
    return together ? 'soft' : 'good'
  }
  return SOFT_AFTER.has(left) ? 'soft' : 'none'
}
