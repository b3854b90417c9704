import { z } from 'zod'
import { Count, Sha256 } from './units.ts'

/**
 * How the program runs: its sources directly; built, in a checkout; or packed into an installed application, where its
 * files lie in one archive.
 */
export const PROGRAM_FORMS = ['sources', 'built', 'packaged'] as const
export type ProgramForm = (typeof PROGRAM_FORMS)[number]

/** The running program by its own files, so that somebody else can tell whether theirs is the same. */
export const ProgramFiles = z.object({
  form: z.enum(PROGRAM_FORMS),
  /** Folders and files of the program's folder that were hashed, all that is in them. */
  names: z.array(z.string()),
  files: Count,
  /** Of the list that `sha256sum` prints for these files in bytewise order of their paths; null when one is unreadable. */
  sha256: Sha256.nullable(),
  /** What could not be read, as a path in the program's folder, and the error's code. */
  trouble: z.object({ path: z.string(), code: z.string() }).nullable(),
})
export type ProgramFiles = z.infer<typeof ProgramFiles>

/** Takes the files of an installed program out of the archive in its folder `resources`. */
export const UNPACK_PROGRAM = 'npx @electron/asar extract app.asar program && cd program'

/** Repeats `sha256` in the program's folder. */
export function programCommand({ names }: Pick<ProgramFiles, 'names'>): string {
  return `find ${names.map(word).join(' ')} -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum`
}

/** A name as a word of the shell. */
function word(name: string): string {
  return /^[\w./][\w./-]*$/.test(name) ? name : `'${name.replaceAll("'", `'\\''`)}'`
}
