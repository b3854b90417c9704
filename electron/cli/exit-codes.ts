/** What the program answers to the shell. */
export const EXIT = {
  done: 0,
  /** Done, but something was damaged or a check failed. */
  withTrouble: 1,
  wrongUsage: 2,
  runtimeMissing: 3,
} as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** Wrong usage that only a command can see, such as a time that does not exist. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
