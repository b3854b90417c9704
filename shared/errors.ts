/**
 * Every reason for which a call can fail. The engine states the code and the facts; the window and the
 * command line add advice (`messages/errors.ts`). Keep the list closed: an unknown cause is `internal`.
 */
export const ERROR_CODES = [
  'invalid-input',
  'unknown-method',
  'cancelled',
  'not-found',
  'no-case-open',
  'case-exists',
  'case-newer',
  'case-older',
  'case-damaged',
  'case-locked',
  'not-a-case',
  'import-running',
  'custody-broken',
  'write-failed',
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

/** Turns whatever was thrown into an `AppError`; a full disk keeps its own code, because the user can act on it. */
export function toAppError(cause: unknown): AppError {
  if (cause instanceof AppError) return cause
  const message = cause instanceof Error ? cause.message : String(cause)
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') return new AppError('disk-full', message, { cause })
  if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED')
    return new AppError('case-locked', message, { cause })
  if (code === 'SQLITE_CORRUPT') return new AppError('case-damaged', message, { cause })
  return new AppError('internal', message, { cause })
}
