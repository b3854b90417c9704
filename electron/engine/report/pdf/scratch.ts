import { deflateSync } from 'node:zlib'

/**
 * Bytes of a stream before they are packed, in memory that is used again for the next one: a long report has hundreds
 * of pages, and as strings they would be thrown away many times over.
 */
export interface Scratch {
  /** Adds characters of ASCII. */
  put(text: string): void
  /** Characters put since the last time. */
  length(): number
  /** All of them behind `lead`, of no more than 8,000 characters, as a stream with the filter `FlateDecode` holds it. */
  packed(lead?: string): Buffer
}

const LEAD = 8000
/** An eighth larger than with the usual level and twice as fast; packing is the largest single part of a report. */
const LEVEL = 3

export function makeScratch(): Scratch {
  let bytes = Buffer.alloc(128 * 1024)
  let used = LEAD
  return {
    put(text) {
      if (used + text.length > bytes.length) {
        const larger = Buffer.alloc((used + text.length) * 2)
        larger.set(bytes.subarray(0, used))
        bytes = larger
      }
      bytes.write(text, used, 'latin1')
      used += text.length
    },
    length: () => used - LEAD,
    packed(lead = '') {
      const start = LEAD - lead.length
      for (let index = 0; index < lead.length; index += 1) bytes[start + index] = lead.charCodeAt(index)
      const whole = deflateSync(bytes.subarray(start, used), { level: LEVEL })
      used = LEAD
      return whole
    },
  }
}
