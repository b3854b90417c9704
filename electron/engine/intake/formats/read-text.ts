import { createTextDecoding, ENCODING_BYTES, type TextDecoding } from './decode-text.ts'

/** Reads text that arrives in pieces, as UTF-8. */
export interface TextReader {
  push(bytes: Uint8Array): void
  end(): void
  /** Position in the UTF-8 text before which nothing will be reported any more. */
  keptFrom(): number
}

/** Sends content of any encoding through a reader, which is made once the encoding is known. */
export async function readText(
  content: AsyncIterable<Uint8Array>,
  makeReader: (text: TextDecoding) => TextReader,
): Promise<void> {
  let head: Uint8Array = new Uint8Array(0)
  let running: { text: TextDecoding; reader: TextReader } | null = null

  const feed = (bytes: Uint8Array) => {
    if (running === null) {
      const text = createTextDecoding(head)
      running = { text, reader: makeReader(text) }
    }
    const { text, reader } = running
    reader.push(text.push(bytes))
    text.forget(reader.keptFrom())
    return running
  }
  for await (const chunk of content) {
    if (running !== null) feed(chunk)
    else {
      head = Buffer.concat([head, chunk])
      if (head.length >= ENCODING_BYTES) feed(head)
    }
  }
  const { text, reader } = running ?? feed(head)
  reader.push(text.end())
  reader.end()
}
