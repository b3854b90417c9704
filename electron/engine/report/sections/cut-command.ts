import type { ExhibitPlace } from '../model.ts'
import { quoted } from './repeat-commands.ts'

/** What the commands have in place of a file that lies in an archive within an archive. */
export const TAKEN_OUT = 'FILE'

const MEMBER_PY = {
  zip: 'import sys,zipfile;sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))',
  tar: 'import sys,tarfile;sys.stdout.buffer.write(tarfile.open(sys.argv[1]).extractfile(sys.argv[2]).read())',
} as const

/** What takes the text of a record out of the bytes `b`, by the words of its encoding (`PlaceEncoding`), in order. */
const TAKE_OUT_PY: Readonly<Record<string, string>> = {
  'utf-16le': 'b=b.decode("utf-16-le").encode()',
  'utf-16be': 'b=b.decode("utf-16-be").encode()',
  'in-string': 'b=json.loads(b"\\x22"+b+b"\\x22").encode()',
  'in-cell': 'b=b.replace(b"\\x22\\x22",b"\\x22")',
  'json-string': 'b=json.loads(b).encode()',
  'csv-cell': 'b=b[1:-1].replace(b"\\x22\\x22",b"\\x22") if b[:1]==b"\\x22" else b',
}

/**
 * Cuts one record out of its file, takes its text out of what it stands in, and hashes it. Null where the record says
 * the same as the one that is printed, but in other bytes.
 */
export function cutCommand(place: ExhibitPlace): string | null {
  if (place.sameBytes === false) return null
  const { byteStart, byteEnd, encoding } = place
  const takeOut = encoding.split(' ').flatMap((word) => TAKE_OUT_PY[word] ?? [])
  return [
    ...contentCommands(place),
    `tail -c +${byteStart + 1}`,
    `head -c ${byteEnd - byteStart}`,
    ...(takeOut.length === 0
      ? []
      : [
          `python3 -c 'import json,sys;b=sys.stdin.buffer.read();${takeOut.join(';')};sys.stdout.buffer.write(b)'`,
        ]),
    'sha256sum',
  ].join(' | ')
}

/** The unpacked content of the file. */
function contentCommands({ shownPath, archive }: ExhibitPlace): string[] {
  const unpack = /\.zst$/i.test(shownPath) ? 'zstd -dcf' : 'gzip -dcf'
  if (archive === null) return [`${unpack} ${quoted(shownPath)}`]
  if (archive === 'deeper') return [`${unpack} ${TAKEN_OUT}`]
  const member = `python3 -c '${MEMBER_PY[archive.format]}' ${quoted(archive.shownPath)} ${quoted(archive.member)}`
  return [member, unpack]
}
