/** Where a text matched: `[start, end)`, in order. */
export type Marks = readonly (readonly [number, number])[]

export interface Match {
  /** Greater is better. */
  readonly score: number
  readonly marks: Marks
}

const PART = 100
const AT_START = 60
const AT_WORD = 30
const SCATTERED = 10

/**
 * How well `text` answers `query`: every word of the query must occur, as a part of the text or letter by letter in
 * order. Parts count more than scattered letters, beginnings more than middles, short texts more than long ones. Null
 * when a word does not occur.
 */
export function fuzzyMatch(query: string, text: string): Match | null {
  const words = query.normalize('NFKC').toLowerCase().split(/\s+/u).filter(Boolean)
  const lower = text.toLowerCase()
  let score = -text.length / 100
  const marks: (readonly [number, number])[] = []
  for (const word of words) {
    const found = wordMatch(word, lower)
    if (found === null) return null
    score += found.score
    marks.push(...found.marks)
  }
  return { score, marks: joined(marks) }
}

function wordMatch(word: string, text: string): Match | null {
  const at = text.indexOf(word)
  if (at !== -1) {
    const starts = at === 0 ? AT_START : /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') ? 0 : AT_WORD
    return { score: PART + starts, marks: [[at, at + word.length]] }
  }
  // One letter says nothing when it is scattered, and two say little.
  if (word.length < 3) return null
  const marks: [number, number][] = []
  let from = 0
  for (const letter of word) {
    const next = text.indexOf(letter, from)
    if (next === -1) return null
    marks.push([next, next + letter.length])
    from = next + letter.length
  }
  const spread = from - (marks[0]?.[0] ?? 0) - word.length
  return spread > word.length * 2 ? null : { score: SCATTERED - spread / 10, marks }
}

function joined(marks: readonly (readonly [number, number])[]): Marks {
  const sorted = [...marks].sort((a, b) => a[0] - b[0])
  const all: [number, number][] = []
  for (const [start, end] of sorted) {
    const last = all.at(-1)
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end)
    else all.push([start, end])
  }
  return all
}

/** What matches, the best first; with an empty query everything in its own order. `also` holds other names of an item. */
export function ranked<T extends { readonly label: string; readonly also?: string | undefined }>(
  query: string,
  items: readonly T[],
): readonly (T & { readonly marks: Marks; readonly score: number })[] {
  return items
    .flatMap((item) => {
      const match = fuzzyMatch(query, item.label)
      if (match !== null) return [{ ...item, ...match }]
      const other = item.also === undefined ? null : fuzzyMatch(query, item.also)
      return other === null ? [] : [{ ...item, score: other.score - 1, marks: [] }]
    })
    .sort((a, b) => (query.trim() === '' ? 0 : b.score - a.score))
}
