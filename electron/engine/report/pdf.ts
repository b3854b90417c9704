import type { Writable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import type { ReportProgress } from '../../../shared/domain/report.ts'
import { AppError } from '../../../shared/errors.ts'
import { documentNames } from './document-names.ts'
import { findFonts } from './fonts.ts'
import type { Page } from './layout/piece.ts'
import { makeSetter, type Setter } from './layout/setter.ts'
import { SHEET } from './layout/sheet.ts'
import type { ReportModel } from './model.ts'
import { countPage, type PageCount, pageFrame, pagesOf } from './pages.ts'
import { declareForm } from './pdf/archive.ts'
import { createDestinations } from './pdf/destinations.ts'
import { openFaces, type PdfFaces } from './pdf/faces.ts'
import { type Doc, internalsOf } from './pdf/internals.ts'
import { xmlSafeText } from './pdf/metadata.ts'
import { drawPage } from './pdf/operators.ts'
import { createOutline } from './pdf/outline.ts'
import { packObjects } from './pdf/packed-objects.ts'
import { makeScratch, type Scratch } from './pdf/scratch.ts'
import { buildStructure, type Structure } from './pdf/structure.ts'
import { hashedSink } from './sink.ts'

export interface PdfHooks {
  readonly signal: AbortSignal
  readonly onProgress: (progress: ReportProgress) => void
}

export interface WrittenPdf {
  readonly pages: number
  readonly bytes: number
  readonly sha256: string
}

/** Pages between two looks at the signal; one page takes about a millisecond. */
const PAGES_AT_A_TIME = 16

/**
 * Writes the report as PDF. The same model gives the same bytes: dates are the moment of issue, the document's ID
 * comes from the content, fonts are those of `findFonts`. Pages leave as they are made. Rejects with the reason of
 * `signal` when that is raised, or when the stream fails. The stream is not ended.
 */
export async function writePdf(model: ReportModel, stream: Writable, hooks: PdfHooks): Promise<WrittenPdf> {
  hooks.signal.throwIfAborted()
  const sink = hashedSink(stream)
  try {
    const doc = openDocument(model)
    const faces = openFaces(doc, findFonts())
    const { language } = model.options

    const counted: PageCount = { pages: 0, pageOf: new Map() }
    hooks.onProgress({ step: 'laying-out', unit: 'pages', done: 0, total: 0 })
    const set = makeSetter(language, faces)
    for (const page of pagesOf(model, set)) {
      countPage(counted, page)
      if (page.number % PAGES_AT_A_TIME !== 0) continue
      hooks.onProgress({ step: 'laying-out', unit: 'pages', done: page.number, total: 0 })
      await setImmediate()
      hooks.signal.throwIfAborted()
    }

    const scratch = makeScratch()
    const objects = packObjects(doc)
    const structure = buildStructure(doc, objects)
    const destinations = createDestinations(doc, objects)
    const outline = createOutline(doc)
    let written = 0
    for (const page of pagesOf(model, set, (anchor) => counted.pageOf.get(anchor) ?? null)) {
      addPage(doc, model, set, faces, structure, scratch, page, counted.pages)
      outline.add(page)
      destinations.add(page)
      written = page.number
      for (let part = doc.read() as Buffer | null; part !== null; part = doc.read()) await sink.write(part)
      if (written % PAGES_AT_A_TIME !== 0) continue
      hooks.onProgress({ step: 'writing', unit: 'pages', done: written, total: counted.pages })
      await setImmediate()
      hooks.signal.throwIfAborted()
    }
    if (written !== counted.pages) {
      throw new AppError(
        'internal',
        `The report was counted as ${counted.pages} pages and became ${written}.`,
      )
    }
    structure.finish()
    destinations.finish()
    objects.flush()
    declareForm(doc, new Date(model.options.issuedAt * 1000))
    doc.end()
    for await (const part of doc) await sink.write(part as Buffer)
    hooks.onProgress({ step: 'writing', unit: 'pages', done: written, total: written })
    return { pages: written, ...sink.written() }
  } finally {
    sink.release()
  }
}

function openDocument(model: ReportModel): Doc {
  const { options, details, tool } = model
  const { kind, title } = documentNames(model)
  const issued = new Date(options.issuedAt * 1000)
  const info = {
    Title: xmlSafeText(title),
    Author: xmlSafeText(details.examiner),
    Subject: xmlSafeText(`${kind} ${model.reportId}`),
    // The document's ID is a hash of these fields, so the content's own hash is one of them.
    Keywords: xmlSafeText(`sha256:${model.contentHash}`),
    Creator: xmlSafeText(`${tool.name} ${tool.version}`),
    Producer: xmlSafeText(`${tool.name} ${tool.version}`),
    CreationDate: issued,
    ModDate: issued,
  }
  return new PDFDocument({
    autoFirstPage: false,
    // No standard font: a font that is not embedded would look different elsewhere.
    font: null as unknown as string,
    fontLayoutCache: false,
    pdfVersion: '1.7',
    lang: options.language,
    displayTitle: true,
    info: info as unknown as PDFKit.DocumentInfo,
  })
}

function addPage(
  doc: Doc,
  model: ReportModel,
  set: Setter,
  faces: PdfFaces,
  structure: Structure,
  scratch: Scratch,
  page: Page,
  pages: number,
): void {
  doc.addPage({ size: [SHEET.width, SHEET.height], margin: 0 })
  const placed = [...pageFrame(model, set, page.number, pages), ...page.placed]
  structure.beginPage()
  const used = drawPage(placed, faces, structure, scratch)
  structure.endPage()
  const { content: stream, fonts } = internalsOf(doc).page
  // Without pdfkit's own first line, which turns the page upside down: the operators count from the bottom.
  stream.buffer.length = 0
  stream.compress = false
  stream.data['Filter'] = 'FlateDecode'
  stream.write(scratch.packed())
  for (const face of used) fonts[faces.id(face)] = faces.ref(face)
}
