import type { PDFDocumentProxy } from 'pdfjs-dist'
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url'

let library: Promise<typeof import('pdfjs-dist')> | undefined

/** The PDF library with its worker. Ask for it early: it loads while the engine still lays the report out. */
export function pdfLibrary(): Promise<typeof import('pdfjs-dist')> {
  library ??= import('pdfjs-dist').then((pdf) => {
    // A worker of our own: given only an address, the library would wrap it in a blob on an unusual scheme.
    pdf.GlobalWorkerOptions.workerPort = new Worker(workerUrl, { type: 'module' })
    return pdf
  })
  return library
}

/** Opens a PDF for drawing. The bytes are copied, because the library keeps what it is given. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const pdf = await pdfLibrary()
  return pdf.getDocument({ data: bytes.slice(), useSystemFonts: false, enableXfa: false }).promise
}
