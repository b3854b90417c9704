/** Puts text on the clipboard. Rejects when the window may not; nothing is ever read from the clipboard. */
export async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text)
}
