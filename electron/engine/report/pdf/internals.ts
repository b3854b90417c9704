import type PDFDocument from 'pdfkit'
import { AppError } from '../../../../shared/errors.ts'

export type Doc = InstanceType<typeof PDFDocument>

/** An object of the document: written when it ends, named by its number. */
export interface PdfObject {
  readonly id: number
  readonly data: Record<string, unknown>
  /** What was written to its stream so far. */
  readonly buffer: Uint8Array[]
  compress: boolean
  write(chunk: Uint8Array): void
  end(): void
}

/** The parts of pdfkit's document that are used beyond its types. */
export interface Internals {
  /** Where each object begins, by number less one; null while it is not written. */
  readonly _offsets: (number | null)[]
  readonly _offset: number
  readonly _root: PdfObject
  readonly _info: PdfObject
  readonly _id: Uint8Array
  readonly page: {
    readonly dictionary: PdfObject
    readonly content: PdfObject
    readonly fonts: Record<string, unknown>
  }
  _write(data: Uint8Array | string): void
  _finalize(): void
  ref(data: Record<string, unknown>): PdfObject
  push(part: null): void
  appendXML(xml: string): void
}

/** pdfkit's document as it is inside. Throws `internal` when another version of pdfkit is built differently. */
export function internalsOf(doc: Doc): Internals {
  const inside = doc as unknown as Internals
  const known =
    Array.isArray(inside._offsets) &&
    typeof inside._offset === 'number' &&
    typeof inside._root?.data === 'object' &&
    inside._id instanceof Uint8Array &&
    [inside._write, inside._finalize, inside.ref, inside.appendXML].every((one) => typeof one === 'function')
  if (!known) throw new AppError('internal', 'This version of pdfkit is built differently inside.')
  return inside
}
