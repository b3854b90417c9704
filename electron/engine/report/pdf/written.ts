/** A text as PDF writes it: in hexadecimal digits, with the mark of UTF-16, so that no sign needs an escape. */
export function textString(text: string): string {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  return `<${bytes.toString('hex')}>`
}

/** A name in ASCII as a string of bytes, such as the key of a destination. */
export function byteString(name: string): string {
  return `<${Buffer.from(name, 'latin1').toString('hex')}>`
}

/** Number of an object, which pdfkit prints as a reference. */
export function reference(id: number): object {
  return new Reference(id)
}

class Reference {
  readonly #id: number

  constructor(id: number) {
    this.#id = id
  }

  // pdfkit prints plain objects as dictionaries, and all others as they print themselves.
  get [Symbol.toStringTag](): string {
    return 'Reference'
  }

  toString(): string {
    return `${this.#id} 0 R`
  }
}
