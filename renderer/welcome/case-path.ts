/** Characters that some file system forbids in a name; they become a hyphen. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among them
const FORBIDDEN = /[<>:"/\\|?*\u0000-\u001f]+/g

/** Names that mean a device on Windows, whatever their ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i
/** File systems allow 255 bytes; what stands beside a case file adds to its name. */
const LONGEST = 200

/** A file name for a case: its number, else the date of `now` on this computer, such as `2024-09-14`. */
export function caseFileName(caseNumber: string, now: Date): string {
  const cleaned = caseNumber
    .trim()
    .replace(FORBIDDEN, '-')
    .replace(/^\.+|[. ]+$/g, '')
  if (DEVICE.test(cleaned)) return `case-${cleaned}.trailcase`
  if (cleaned !== '') return `${shortened(cleaned)}.trailcase`
  const two = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}.trailcase`
}

/** At most `LONGEST` bytes of UTF-8, cut between characters. */
function shortened(name: string): string {
  const bytes = new TextEncoder()
  let kept = ''
  let length = 0
  for (const character of name) {
    length += bytes.encode(character).length
    if (length > LONGEST) break
    kept += character
  }
  return kept.trimEnd()
}

/** Joins a folder and a name with the folder's own kind of slash. */
export function joinPath(folder: string, name: string): string {
  const slash = folder.includes('\\') && !folder.includes('/') ? '\\' : '/'
  return folder.endsWith(slash) ? `${folder}${name}` : `${folder}${slash}${name}`
}
