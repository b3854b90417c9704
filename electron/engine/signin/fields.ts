/** A JSON object. Records come from outside, so nothing about its values is known. */
export type JsonObject = Readonly<Record<string, unknown>>

/** True for a JSON object; false for null, arrays and scalars. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The value at a path of keys, or undefined. Only own properties count: a record may have keys such as
 * `__proto__` or lack keys such as `constructor`, and neither may reach the prototype.
 */
export function valueAt(from: unknown, ...path: readonly string[]): unknown {
  let value = from
  for (const key of path) {
    if (!isObject(value) || !Object.hasOwn(value, key)) return undefined
    value = value[key]
  }
  return value
}

/** The text at a path. An empty string counts as absent, as does everything that is not a string. */
export function textAt(from: unknown, ...path: readonly string[]): string | null {
  const value = valueAt(from, ...path)
  return typeof value === 'string' && value !== '' ? value : null
}

/**
 * The account number at a path. Tools that re-write records sometimes print it as a JSON number; that is kept as
 * text when it is a whole number of at most twelve digits. A leading zero lost that way is not put back.
 */
export function accountAt(from: unknown, ...path: readonly string[]): string | null {
  const value = valueAt(from, ...path)
  if (typeof value === 'number') {
    return Number.isInteger(value) && value > 0 && value < 1e12 ? String(value) : null
  }
  return textAt(from, ...path)
}

/** Compares words of a record such as `Success` or `AwsApiCall`, whose letter case varies between versions. */
export function sameWord(value: string | null, word: string): boolean {
  return value !== null && value.toLowerCase() === word.toLowerCase()
}

/** What AWS writes in place of a user name that does not exist (CloudTrail User Guide, sign-in events). */
export const HIDDEN_NAME = 'HIDDEN_DUE_TO_SECURITY_REASONS'
