import { type Dirent, readdirSync } from 'node:fs'

/** What Node puts in the place of bytes of a name that are not UTF-8. */
const REPLACED = '\ufffd'

/** True for a path that Node may have had to put signs into, so that nothing is found by it. */
export function mayBeReplaced(path: string): boolean {
  return path.includes(REPLACED)
}

export interface ToldApart {
  readonly entries: readonly Dirent[]
  /** Names that cannot be said in Unicode, with their bytes as `\xff`. No path opens these entries. */
  readonly unnamed: readonly string[]
}

/**
 * Parts the entries of a folder whose names are not UTF-8 from those whose names are. Several may come out as the same
 * text, also as that of an entry that is really called so: that one would be read in the place of all of them.
 */
export function toldApart(folder: string, entries: readonly Dirent[]): ToldApart {
  if (!entries.some(({ name }) => mayBeReplaced(name))) return { entries, unnamed: [] }
  const names = readdirSync(folder, { encoding: 'buffer' })
  const isText = (name: Buffer) => Buffer.from(name.toString()).equals(name)
  const texts = new Set(names.filter(isText).map(String))
  const seen = new Set<string>()
  return {
    // Those that come out alike are the same to every call of Node, so one stands for the one that is called so.
    entries: entries.filter(({ name }) => texts.has(name) && seen.size < seen.add(name).size),
    unnamed: names
      .filter((name) => !isText(name))
      .map(inBytes)
      .sort(),
  }
}

function inBytes(name: Buffer): string {
  return name
    .toString('latin1')
    .replaceAll(/[\\\x80-\xff]/g, (sign) =>
      sign === '\\' ? '\\\\' : `\\x${sign.charCodeAt(0).toString(16)}`,
    )
}
