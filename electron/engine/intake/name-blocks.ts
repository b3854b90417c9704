/** Names that are kept together: more save no memory that counts, and cost time when one of them is asked for. */
const BLOCK_NAMES = 64
/** Stands in no name of a file on any system. */
const BORDER = '/'
/** Blocks that are kept taken apart: sizes are looked up at one place of a list while files are taken at another. */
const KEPT_OPEN = 2

/** A file by its name and the number of the folder that it is in. */
export interface NameInFolder {
  readonly folder: number
  readonly name: string
}

/**
 * A list of names that grows. Names that follow each other in one folder are kept as one text that says only once how
 * all of them begin: log files differ in their last characters, and as texts of their own a million of their names
 * would take more memory than an import has.
 */
export interface NameBlocks {
  readonly length: number
  add(folder: number, name: string): void
  /** Throws `RangeError` for a number that is not in the list. */
  at(index: number): NameInFolder
  entries(): Generator<NameInFolder>
  /** First and last of each run of names that were added one after the other for the same folder. */
  runs(): Generator<{ readonly folder: number; readonly first: string; readonly last: string }>
}

interface OpenBlock {
  readonly start: number
  readonly folder: number
  readonly names: readonly string[]
}

export function createNameBlocks(): NameBlocks {
  const starts: number[] = []
  const folders: number[] = []
  const texts: string[] = []
  let last: { start: number; folder: number; names: string[] } = { start: 0, folder: 0, names: [] }
  let open: OpenBlock[] = []

  function close(): void {
    starts.push(last.start)
    folders.push(last.folder)
    texts.push(joined(last.names))
  }

  function blockAt(index: number): OpenBlock {
    if (index >= last.start) return last
    for (const block of open)
      if (index >= block.start && index < block.start + block.names.length) return block
    const number = lastNotAbove(starts, index)
    const block = {
      start: starts[number] ?? 0,
      folder: folders[number] ?? 0,
      names: parted(texts[number] ?? ''),
    }
    open = [block, ...open.slice(0, KEPT_OPEN - 1)]
    return block
  }

  function* blocks(): Generator<OpenBlock> {
    for (let number = 0; number < starts.length; number += 1)
      yield { start: starts[number] ?? 0, folder: folders[number] ?? 0, names: parted(texts[number] ?? '') }
    yield last
  }

  return {
    get length() {
      return last.start + last.names.length
    },
    add(folder, name) {
      const { names } = last
      if (names.length === BLOCK_NAMES || (names.length > 0 && last.folder !== folder)) {
        close()
        last = { start: last.start + names.length, folder, names: [name] }
        return
      }
      last.folder = folder
      names.push(name)
    },
    at(index) {
      const { start, folder, names } = blockAt(index)
      const name = names[index - start]
      if (name === undefined) throw new RangeError(`No name has the number ${index}.`)
      return { folder, name }
    },
    *entries() {
      for (const { folder, names } of blocks()) for (const name of names) yield { folder, name }
    },
    *runs() {
      if (last.names.length === 0) return
      const textOf = (block: number) => texts[block] ?? joined(last.names)
      const folderOf = (block: number) => folders[block] ?? last.folder
      let first = firstOf(textOf(0))
      for (let block = 0; block <= starts.length; block += 1) {
        const isLast = block === starts.length
        if (!isLast && folderOf(block + 1) === folderOf(block)) continue
        yield { folder: folderOf(block), first, last: lastOf(textOf(block)) }
        if (!isLast) first = firstOf(textOf(block + 1))
      }
    },
  }
}

/** How all begin, then what is left of each. */
function joined(names: readonly string[]): string {
  let start = sharedStart(names[0] ?? '', names.at(-1) ?? '')
  // In order of name those between them begin so too; links are in no order.
  for (const name of names) start = sharedStart(start, name)
  return [start, ...names.map((name) => name.slice(start.length))].join(BORDER)
}

function parted(text: string): string[] {
  const [start = '', ...rest] = text.split(BORDER)
  return rest.map((end) => start + end)
}

function firstOf(text: string): string {
  const border = text.indexOf(BORDER)
  const next = text.indexOf(BORDER, border + 1)
  return text.slice(0, border) + text.slice(border + 1, next === -1 ? undefined : next)
}

function lastOf(text: string): string {
  return text.slice(0, text.indexOf(BORDER)) + text.slice(text.lastIndexOf(BORDER) + 1)
}

function sharedStart(a: string, b: string): string {
  if (b.startsWith(a)) return a
  let length = 0
  while (length < a.length && a.charCodeAt(length) === b.charCodeAt(length)) length += 1
  return a.slice(0, length)
}

/** Place of the last number that is not above `wanted`, in rising numbers of which the first is 0. */
function lastNotAbove(numbers: readonly number[], wanted: number): number {
  let low = 0
  let high = numbers.length
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] ?? 0) <= wanted) low = middle
    else high = middle
  }
  return low
}
