/** Characters that some file system forbids in a name; they become a hyphen. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among them
const FORBIDDEN = /[<>:"/\\|?*\u0000-\u001f]+/g

/** A file name for a case: its number, else the date of `now` on this computer, such as `2024-09-14`. */
export function caseFileName(caseNumber: string, now: Date): string {
  const cleaned = caseNumber
    .trim()
    .replace(FORBIDDEN, '-')
    .replace(/^\.+|[. ]+$/g, '')
  if (cleaned !== '') return `${cleaned}.trailcase`
  const two = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}.trailcase`
}

/** Joins a folder and a name with the folder's own kind of slash. */
export function joinPath(folder: string, name: string): string {
  const slash = folder.includes('\\') && !folder.includes('/') ? '\\' : '/'
  return folder.endsWith(slash) ? `${folder}${name}` : `${folder}${slash}${name}`
}
