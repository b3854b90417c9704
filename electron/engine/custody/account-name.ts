import { userInfo } from 'node:os'

/** The name of the account on this machine, for entries whose examiner is not stated. */
export function accountName(): string {
  try {
    return userInfo().username
  } catch {
    // No entry for this user in the system's list, as in some containers.
    return 'unknown'
  }
}
