/** Double quotes that word processors and web pages put in the place of `"`. */
const CURLY = /[\u201c\u201d\u201e\u201f\u2033\uff02]/g

/**
 * The text with plain double quotes, and where typographic ones stood. A published pattern begins a value with one.
 * Each is one UTF-16 unit like the plain quote, so every other place stays where it is.
 */
export function plainQuotes(text: string): { readonly text: string; readonly places: readonly number[] } {
  const places = [...text.matchAll(CURLY)].map((match) => match.index)
  return { text: text.replaceAll(CURLY, '"'), places }
}
