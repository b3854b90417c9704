import { once } from 'node:events'
import { EXIT } from './exit-codes.ts'

/** A reader that has seen enough, such as `head`, closes the pipe: that ends the program and is no error. */
export function endWithReader(): void {
  process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EPIPE') throw cause
    process.exit(EXIT.done)
  })
}

/** Writes a line to stdout; waits when the reader is slow, so that a long list does not pile up in memory. */
export async function print(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain')
}

/** Prints one JSON document. */
export async function printJson(value: unknown): Promise<void> {
  await print(JSON.stringify(value, null, 2))
}

/** Writes a line for people to stderr. */
export function complain(line: string): void {
  process.stderr.write(`${line}\n`)
}

/**
 * Text from a record for a terminal: control characters, which could move the cursor or change earlier lines,
 * are shown as escapes.
 */
export function forTerminal(text: string): string {
  return text.replaceAll(/\p{Cc}|\p{Zl}|\p{Zp}|\p{Bidi_Control}/gu, (sign) => {
    return `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
  })
}
