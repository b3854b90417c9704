/**
 * Text for the document's metadata. pdfkit writes it twice: as it is into the information dictionary, and
 * unescaped into XML, where a title with `&` or `<` would break the packet. This object gives the first its value
 * and the second its escaped form.
 */
export function xmlSafeText(text: string): string {
  return new XmlSafeText(text) as unknown as string
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
// Characters that XML 1.0 cannot hold at all.
const NOT_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

class XmlSafeText extends String {
  // pdfkit looks here for characters beyond ASCII; the inherited method would look at the escaped form.
  override charCodeAt(index: number): number {
    return this.valueOf().charCodeAt(index)
  }

  override toString(): string {
    const text = this.valueOf().replace(NOT_XML, '\ufffd')
    return text.replace(/[&<>]/g, (character) => ENTITIES[character] ?? character)
  }
}
