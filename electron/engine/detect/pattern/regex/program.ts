/** One character that a regex accepts: code points below 128 by table, all others alike. */
export interface CharSet {
  readonly ascii: Uint8Array
  readonly others: boolean
}

/** A step of the matcher. `next` is the number of the state that follows. */
export type RegexState =
  | { readonly kind: 'char'; readonly set: CharSet; next: number }
  | { readonly kind: 'split'; next: number; other: number }
  | { readonly kind: 'start' | 'end'; next: number }
  | { readonly kind: 'match' }

/** A compiled regex: states, where to begin, and its text for display. */
export interface Regex {
  readonly source: string
  readonly states: readonly RegexState[]
  readonly begin: number
}

/** More states than this are refused: the work per character is at most the number of states. */
export const MOST_STATES = 1000
