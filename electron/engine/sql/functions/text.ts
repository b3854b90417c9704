import type { SqlFunction } from './register.ts'

const patterns = new Map<string, RegExp>()

/**
 * A pattern of Java's kind, which Athena has, as a RegExp: leading flags such as `(?i)`, possessive marks left out.
 * Throws with the reason when it cannot be read. A pattern can run for very long; the time limit of the query ends it.
 */
function patternOf(text: string): RegExp {
  const known = patterns.get(text)
  if (known !== undefined) return known
  const leading = /^\(\?([ims]+)\)/.exec(text)
  const body = leading === null ? text : text.slice(leading[0].length)
  const pattern = compiled(body, `g${leading?.[1] ?? ''}`)
  if (patterns.size < 1000) patterns.set(text, pattern)
  return pattern
}

function compiled(body: string, flags: string): RegExp {
  try {
    return new RegExp(body, `${flags}u`)
  } catch {
    // Escapes such as `\-` are letters for Java, and so they are without the flag.
    return new RegExp(body, flags)
  }
}

const texts =
  (run: (...args: string[]) => string | number | null): SqlFunction =>
  (...args) =>
    args.some((arg) => arg === null || arg === undefined) ? null : run(...args.map(String))

/** `$1` is a group in both; Java writes a dollar as `\$`. */
const replacementOf = (text: string) => text.replaceAll('\\$', '$$$$').replaceAll(/\$\{(\w+)\}/g, '$$<$1>')

/** Texts and patterns. Null for null, as everywhere in SQL. */
export const textFunctions: Readonly<Record<string, SqlFunction>> = {
  regexp_like: texts((text, pattern) => Number(text.search(patternOf(pattern)) !== -1)),
  regexp_extract: texts((text, pattern, group = '0') => {
    const found = [...text.matchAll(patternOf(pattern))][0]
    return found?.[Number(group)] ?? null
  }),
  regexp_extract_all: texts((text, pattern, group = '0') =>
    JSON.stringify([...text.matchAll(patternOf(pattern))].map((found) => found[Number(group)] ?? null)),
  ),
  regexp_replace: texts((text, pattern, replacement = '') =>
    text.replaceAll(patternOf(pattern), replacementOf(replacement)),
  ),
  regexp_count: texts((text, pattern) => [...text.matchAll(patternOf(pattern))].length),
  regexp_split: texts((text, pattern) => JSON.stringify(text.split(patternOf(pattern)))),
  split: texts((text, separator, limit) => {
    const all = text.split(separator)
    const most = limit === undefined ? all.length : Number(limit)
    return JSON.stringify(
      all.length <= most ? all : [...all.slice(0, most - 1), all.slice(most - 1).join(separator)],
    )
  }),
  split_part: texts((text, separator, index) => text.split(separator)[Number(index) - 1] ?? null),
  starts_with: texts((text, start) => Number(text.startsWith(start))),
  ends_with: texts((text, end) => Number(text.endsWith(end))),
  reverse: texts((text) => [...text].reverse().join('')),
  lpad: texts((text, size, fill) => text.slice(0, Number(size)).padStart(Number(size), fill)),
  rpad: texts((text, size, fill) => text.slice(0, Number(size)).padEnd(Number(size), fill)),
}
