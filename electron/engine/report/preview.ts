import { Writable } from 'node:stream'
import type { ReportOptions } from '../../../shared/domain/report.ts'
import type { ReadableCase } from '../case/rights.ts'
import type { ToolInfo } from '../tool.ts'
import { pdfInto, type ReportHooks } from './hand-over.ts'

export interface PreviewedPdf {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly sha256: string
  readonly pages: number
}

/** The report as it would be written, in memory and without a line in the custody log. Throws as `writeReport`. */
export async function previewPdf(
  db: ReadableCase,
  tool: ToolInfo,
  options: ReportOptions,
  hooks: ReportHooks,
): Promise<PreviewedPdf> {
  const parts: Buffer[] = []
  const memory = new Writable({
    write(chunk: Buffer, _encoding, done) {
      parts.push(chunk)
      done()
    },
  })
  const { sha256, pages } = await pdfInto(db, tool, options, memory, hooks)
  return { bytes: new Uint8Array(Buffer.concat(parts)), sha256, pages: pages ?? 0 }
}
