/**
 * The name of the account on this machine, for entries whose examiner is not stated. Taken from the environment:
 * asking the system's user database can ask a directory server on the network.
 */
export function accountName(): string {
  const { USER, LOGNAME, USERNAME } = process.env
  return USER || LOGNAME || USERNAME || 'unknown'
}
