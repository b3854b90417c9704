import type { Database } from 'better-sqlite3'

declare const reads: unique symbol
declare const writes: unique symbol

/**
 * A case file that may be read. Timeline, report and exports receive nothing else, so they cannot change
 * evidence by mistake: the compiler refuses.
 */
export type ReadableCase = Pick<Database, 'prepare' | 'name'> & { readonly [reads]: true }

/** A case file that may be changed; held by the engine thread alone. */
export type WritableCase = Database & { readonly [reads]: true; readonly [writes]: true }
