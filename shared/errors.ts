/**
 * Every reason for which a call can fail. The engine states the code and the facts; the window and the
 * command line add advice (`messages/errors.ts`). Keep the list closed: an unknown cause is `internal`.
 */
export const ERROR_CODES = [
  'invalid-input',
  'unknown-method',
  'cancelled',
  'not-found',
  'query-unreadable',
  'name-taken',
  'no-case-open',
  'case-exists',
  'case-newer',
  'case-older',
  'case-protected',
  'case-damaged',
  'case-locked',
  'not-a-case',
  'import-running',
  'detections-running',
  'verification-running',
  'custody-broken',
  'write-failed',
  'file-exists',
  'key-unusable',
  'disk-full',
  'worker-lost',
  'internal',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** The one error that crosses a thread or process boundary. `message` states facts, in English, for the log. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** Codes of Node and SQLite on which the user can act. SQLite adds to a code what it was doing, as in `_SNAPSHOT`. */
const CAUSES: readonly (readonly [RegExp, ErrorCode])[] = [
  // SQLite cannot make its index of the journal larger: the disk is full.
  [/^(ENOSPC|EDQUOT|SQLITE_FULL|SQLITE_IOERR_SHMSIZE)$/, 'disk-full'],
  [/^SQLITE_(BUSY|LOCKED)/, 'case-locked'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'case-damaged'],
  [/^SQLITE_(READONLY|CANTOPEN)/, 'write-failed'],
]

/** Turns whatever was thrown into an `AppError`; a full disk keeps its own code, because the user can act on it. */
export function toAppError(cause: unknown): AppError {
  if (cause instanceof AppError) return cause
  const message = cause instanceof Error ? cause.message : String(cause)
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const known = CAUSES.find(([pattern]) => pattern.test(code))
  if (known !== undefined) return new AppError(known[1], message, { cause })
  return new AppError('internal', message, { cause })
}
