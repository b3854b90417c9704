// Why the scanner went no further. The same numbers stand in `scanner-faults.ts` of the reader.

export const NO_FAULT: i32 = 0
export const SYNTAX: i32 = 1
export const CONTROL_CHARACTER: i32 = 2
export const WRONG_BRACKET: i32 = 3
export const TOO_DEEP: i32 = 4
export const RECORD_TOO_LARGE: i32 = 5
export const TRAILING: i32 = 6
// From here on: nothing is wrong that is known of, but the shape is not the one this scanner can follow.
export const NOT_AN_OBJECT: i32 = 16
export const RECORDS_TWICE: i32 = 17
export const ESCAPED_KEY: i32 = 18
export const RECORDS_NO_LIST: i32 = 19
export const ZERO_BYTES: i32 = 20
export const SECOND_DOCUMENT: i32 = 21
export const OTHER_CONTENT: i32 = 22

export let fault: i32 = NO_FAULT
/** The byte that showed it. */
export let faultAt: usize = 0

export function clearFault(): void {
  fault = NO_FAULT
  faultAt = 0
}

/** Notes the first fault. Returns 0, which as an end of a value means: none found. */
export function fail(reason: i32, at: usize): usize {
  if (fault === NO_FAULT) {
    fault = reason
    faultAt = at
  }
  return 0
}
