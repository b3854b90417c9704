import { deflateSync } from 'node:zlib'
import { type Doc, type Internals, internalsOf, type PdfObject } from './internals.ts'
import { makeScratch } from './scratch.ts'

/** Writes small objects together and compressed: the structure of a long report has 100,000 of them. */
export interface PackedObjects {
  /** The number of an object to come. */
  reserve(): number
  /** Writes a reserved object; `body` is its text, without `obj` and `endobj`. ASCII only. */
  write(id: number, body: string): void
  /** Writes what waits. Call it before the document ends. */
  flush(): void
}

/** Objects of one stream; a reader unpacks a stream as a whole. */
const TOGETHER = 400

/**
 * Object streams and a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8), which pdfkit does not write itself. The
 * document's table of objects is replaced by one that also names the packed ones.
 */
export function packObjects(doc: Doc): PackedObjects {
  const inside = internalsOf(doc)
  const scratch = makeScratch()
  let waiting: number[] = []
  let index = ''

  const flush = () => {
    if (waiting.length === 0) return
    const filter = { Filter: 'FlateDecode' }
    const stream = inside.ref({ Type: 'ObjStm', N: waiting.length, First: index.length, ...filter })
    stream.write(scratch.packed(index))
    stream.end()
    waiting.forEach((id, at) => {
      // Below zero: not an offset but a stream and a place in it.
      inside._offsets[id - 1] = -(stream.id * TOGETHER + at)
    })
    waiting = []
    index = ''
  }
  // A property of this one document hides the method of all.
  ;(doc as unknown as { _finalize: () => void })._finalize = () => writeCrossReferences(inside)
  return {
    reserve() {
      inside._offsets.push(null)
      return inside._offsets.length
    },
    write(id, body) {
      index += `${id} ${scratch.length()} `
      waiting.push(id)
      scratch.put(body)
      scratch.put('\n')
      if (waiting.length === TOGETHER) flush()
    },
    flush,
  }
}

/** The end of the file: where every object stands, and which of them are the catalogue and the information. */
function writeCrossReferences(inside: Internals): void {
  const start = inside._offset
  const own = inside._offsets.length + 1
  const table = Buffer.alloc((own + 1) * ENTRY)
  table.writeUInt16BE(0xffff, 5)
  const set = (id: number, kind: number, where: number, index: number) => {
    table.writeUInt8(kind, id * ENTRY)
    table.writeUInt32BE(where, id * ENTRY + 1)
    table.writeUInt16BE(index, id * ENTRY + 5)
  }
  for (let id = 1; id < own; id += 1) {
    const offset = inside._offsets[id - 1] ?? null
    if (offset === null) continue
    if (offset < 0) set(id, 2, Math.floor(-offset / TOGETHER), -offset % TOGETHER)
    else set(id, 1, offset, 0)
  }
  set(own, 1, start, 0)
  const bytes = deflateSync(table)
  const name = Buffer.from(inside._id).toString('hex')
  const reference = (object: PdfObject) => `${object.id} 0 R`
  inside._write(
    `${own} 0 obj\n<</Type/XRef/Size ${own + 1}/W[1 4 2]/Root ${reference(inside._root)}` +
      `/Info ${reference(inside._info)}/ID[<${name}><${name}>]/Filter/FlateDecode/Length ${bytes.length}>>\nstream`,
  )
  inside._write(bytes)
  inside._write('\nendstream\nendobj')
  inside._write(`startxref\n${start}\n%%EOF`)
  inside.push(null)
}

/** Bytes of an entry: its kind, an offset or the number of a stream, and a place in the stream. */
const ENTRY = 7
