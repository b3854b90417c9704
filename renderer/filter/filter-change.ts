import { emptyFilter, type SignInFilter } from '../../shared/domain/filter.ts'

/** The fields of a filter that hold a list of values. */
export const LIST_FIELDS = ['outcomes', 'mfa', 'eventNames', 'principals'] as const
export type ListField = (typeof LIST_FIELDS)[number]

/** The values of a list field as keys, the way facets count them. */
export function chosen(filter: SignInFilter, field: ListField): readonly string[] {
  return filter[field]
}

// Outcome and MFA keys come from facets of the same words, so the closed types hold; the engine checks them again.
function withList(filter: SignInFilter, field: ListField, keys: readonly string[]): SignInFilter {
  return { ...filter, [field]: keys } as SignInFilter
}

/** Adds a value to the "or" list of its field, or takes it out when it is there. */
export function toggled(filter: SignInFilter, field: ListField, key: string): SignInFilter {
  const keys = chosen(filter, field)
  return withList(filter, field, keys.includes(key) ? keys.filter((other) => other !== key) : [...keys, key])
}

/** Only this value in its field; other fields stay. */
export function only(filter: SignInFilter, field: ListField, key: string): SignInFilter {
  return withList(filter, field, [key])
}

/** A part of the filter that is shown, and can be removed, as one token. */
export type Token =
  | { readonly field: ListField; readonly keys: readonly string[] }
  | { readonly field: 'text'; readonly text: string }
  | { readonly field: 'period'; readonly from: number | null; readonly to: number | null }

/** The active parts of a filter in the order in which they are shown. */
export function tokensOf(filter: SignInFilter): readonly Token[] {
  const tokens: Token[] = LIST_FIELDS.map((field) => ({ field, keys: chosen(filter, field) })).filter(
    ({ keys }) => keys.length > 0,
  )
  if (filter.from !== null || filter.to !== null) {
    tokens.push({ field: 'period', from: filter.from, to: filter.to })
  }
  const text = filter.text.trim()
  if (text !== '') tokens.push({ field: 'text', text })
  return tokens
}

/** The filter without one of its parts. */
export function without(filter: SignInFilter, field: Token['field']): SignInFilter {
  if (field === 'period') return { ...filter, from: null, to: null }
  return { ...filter, [field]: emptyFilter[field] }
}
