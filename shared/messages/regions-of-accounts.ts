import type { Coverage } from '../domain/coverage.ts'

/** Accounts that are named of one region; of more, only how many there are. */
const ACCOUNTS_NAMED = 3

/** `us-east-2 (111122223333, 444455556666)` for each region that some accounts lack; empty when none lacks any. */
export function regionsOfAccounts(
  regions: Coverage['signInRegions'],
  words: { readonly comma: string; readonly more: (count: number) => string },
): string {
  return regions
    .filter(({ without }) => without.length > 0)
    .map(({ region, without }) => {
      const more = without.length - ACCOUNTS_NAMED
      const named = without.slice(0, ACCOUNTS_NAMED)
      return `${region} (${[...named, ...(more > 0 ? [words.more(more)] : [])].join(words.comma)})`
    })
    .join(words.comma)
}
