import { isTarHeader } from './tar/tar-header.ts'

export type ContainerKind = 'zip' | 'tar' | 'gzip' | 'zstd'

/** `unsupported` is a known kind of file that is not read; `content` is all the rest, read as it is. */
export type Sniffed =
  | { readonly kind: ContainerKind }
  | { readonly kind: 'unsupported'; readonly what: string }
  | { readonly kind: 'content' }

/** First bytes that are wanted; a shorter head is the whole content. */
export const SNIFF_BYTES = 512

const CONTENT: Sniffed = { kind: 'content' }

/** Marks at the beginning of a file, as hexadecimal; two dots stand for any byte. */
const MARKS: readonly (readonly [string, Sniffed])[] = [
  // A zip begins with a member, is empty, or is the only piece of one that might have been split.
  ...['504b0304', '504b0506', '504b0708504b0304', '504b3030504b0304', '504b0606'].map(
    (mark) => [mark, { kind: 'zip' }] as const,
  ),
  ['1f8b', { kind: 'gzip' }],
  ['28b52ffd', { kind: 'zstd' }],
  ['5.2a4d18', { kind: 'zstd' }],
  ...(
    [
      ['504b0708', 'split zip'],
      ['377abcaf271c', '7-Zip'],
      ['526172211a07', 'RAR'],
      ['fd377a585a00', 'xz'],
      ['425a683.314159265359', 'bzip2'],
      ['425a683.177245385090', 'bzip2'],
      ['04224d18', 'LZ4'],
      ['02214c18', 'LZ4'],
      ['4c5a4950', 'lzip'],
      ['1f9d', 'compress (.Z)'],
      ['ff060000734e61507059', 'Snappy'],
      ['894c5a4f000d0a1a0a', 'lzop'],
      ['4d534346', 'Windows cabinet'],
      ['3037303730.', 'cpio'],
      ['213c617263683e0a', 'ar archive'],
      ['50415231', 'Parquet'],
      ['50415245', 'encrypted Parquet'],
      ['4f5243', 'ORC'],
      ['4f626a01', 'Avro'],
      ['4152524f5731', 'Arrow'],
      ['53514c69746520666f726d6174203300', 'SQLite'],
      ['255044462d', 'PDF'],
      ['d0cf11e0a1b11ae1', 'Microsoft Office, old format'],
      ['456c6646696c6500', 'Windows event log'],
      ['455646090d0aff00', 'EnCase image'],
      ['d4c3b2a1', 'network capture'],
      ['0a0d0d0a', 'network capture'],
      ['89504e470d0a1a0a', 'PNG image'],
      ['ffd8ff', 'JPEG image'],
      ['474946383.61', 'GIF image'],
      ['7f454c46', 'program (ELF)'],
      ['cffaedfe', 'program (Mach-O)'],
      ['4d5a9000', 'program (Windows)'],
      ['2d2d2d2d2d424547494e20504750', 'PGP message'],
      ['6167652d656e6372797074696f6e2e6f7267', 'age, encrypted'],
    ] as const
  ).map(([mark, what]) => [mark, { kind: 'unsupported', what }] as const),
]

const BY_FIRST_BYTE = new Map<number, (readonly [readonly number[], Sniffed])[]>()
for (const [mark, sniffed] of MARKS) {
  const pairs = mark.match(/../g) ?? []
  const nibbles = pairs.flatMap((pair) => [nibble(pair[0]), nibble(pair[1])])
  for (const first of firstBytes(nibbles[0] ?? -1, nibbles[1] ?? -1)) {
    BY_FIRST_BYTE.set(first, [...(BY_FIRST_BYTE.get(first) ?? []), [nibbles, sniffed]])
  }
}

/**
 * What the first bytes of a file or of a member say about it. By content alone: names lie, and a browser may have
 * unpacked a `.json.gz` on the way. An encrypted zip is a zip: its members are refused one by one.
 */
export function sniff(head: Uint8Array): Sniffed {
  const marks = BY_FIRST_BYTE.get(head[0] ?? -1)
  const known = marks?.find(([nibbles]) => matches(head, nibbles))
  if (known !== undefined) return known[1]
  return isTarHeader(head) ? { kind: 'tar' } : CONTENT
}

function matches(head: Uint8Array, nibbles: readonly number[]): boolean {
  if (head.length < nibbles.length / 2) return false
  return nibbles.every((wanted, index) => {
    const byte = head[index >> 1] ?? 0
    return wanted === -1 || (index % 2 === 0 ? byte >> 4 : byte & 15) === wanted
  })
}

function nibble(digit: string | undefined): number {
  return digit === undefined || digit === '.' ? -1 : Number.parseInt(digit, 16)
}

function firstBytes(high: number, low: number): number[] {
  const lows = low === -1 ? Array.from({ length: 16 }, (_, index) => index) : [low]
  return lows.map((each) => high * 16 + each)
}
