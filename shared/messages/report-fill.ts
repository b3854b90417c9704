/** A stretch of a filled text. Values are text, never markup. */
export interface FilledPart {
  readonly text: string
  readonly strong?: true
}

/** A number is printed with separators; `strong` sets a value in bold. */
export type FillValue = number | string | { readonly strong: number | string }

const PLACE = /\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}/g

/**
 * Fills a text of the report. `{name}` is replaced by the value of that name, `{name|file|files}` by the first word
 * where the value is 1 and by the second where it is not. Only the text is searched for places, never a value.
 * Throws when a value is missing: a report with a hole must not be made.
 */
export function fillParts(text: string, values: Readonly<Record<string, FillValue>>): FilledPart[] {
  const parts: FilledPart[] = []
  let at = 0
  for (const place of text.matchAll(PLACE)) {
    const [whole, name = '', one, many] = place
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined) throw new Error(`No value for {${name}} in "${text}".`)
    if (place.index > at) parts.push({ text: text.slice(at, place.index) })
    at = place.index + whole.length
    const plain = typeof value === 'object' ? value.strong : value
    if (one !== undefined && many !== undefined) parts.push({ text: plain === 1 ? one : many })
    else if (typeof value === 'object') parts.push({ text: written(plain), strong: true })
    else parts.push({ text: written(plain) })
  }
  if (at < text.length) parts.push({ text: text.slice(at) })
  return parts
}

/** The same as one text. */
export function fill(text: string, values: Readonly<Record<string, FillValue>> = {}): string {
  return fillParts(text, values)
    .map((part) => part.text)
    .join('')
}

/** `1,204,118`: the same separators in both languages. */
export function withSeparators(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}

function written(value: number | string): string {
  return typeof value === 'number' ? withSeparators(value) : value
}
