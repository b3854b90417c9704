import type { Glob } from './syntax.ts'

/** Text in which every `*` stands for any run of characters, also an empty one. There is no way to write a plain star. */
export function globOf(text: string): Glob {
  const [first = '', ...rest] = text.split('*')
  return [first, ...rest]
}

/** True when the whole text is of this form. Parts are looked for from left to right; none is ever tried again. */
export function matchesGlob(glob: Glob, text: string): boolean {
  const [first, ...rest] = glob
  const last = rest.pop()
  if (last === undefined) return text === first
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last))
    return false
  let at = first.length
  const end = text.length - last.length
  for (const part of rest) {
    const found = text.indexOf(part, at)
    if (found < 0 || found + part.length > end) return false
    at = found + part.length
  }
  return true
}
