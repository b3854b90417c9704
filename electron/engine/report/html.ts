import { createHash } from 'node:crypto'
import type { Writable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import { reportWords } from '../../../shared/messages/report.ts'
import { fill } from '../../../shared/messages/report-fill.ts'
import { reportFormWords } from '../../../shared/messages/report-form.ts'
import { documentNames } from './document-names.ts'
import { findFonts } from './fonts.ts'
import { container, element } from './html/elements.ts'
import { escaped, inline } from './html/inline.ts'
import { STYLE_SHEET } from './html/style-sheet.ts'
import { makeSetter, style } from './layout/setter.ts'
import { isClosed, walkStructure } from './layout/walk.ts'
import type { ReportModel } from './model.ts'
import { piecesFor } from './pages.ts'
import { openFaces } from './pdf/faces.ts'
import type { PdfHooks } from './pdf.ts'
import { hashedSink, type Written } from './sink.ts'
import type { Measure } from './text/measure.ts'

/** Pieces between two looks at the signal. */
const AT_A_TIME = 500

/**
 * Writes the report as one HTML file with nothing beside it, from the same chapters as the PDF: no script, no style
 * attribute, nothing from elsewhere, and a content policy that would refuse all of it. The same model gives the same
 * bytes. Rejects with the reason of `signal`, or when the stream fails. The stream is not ended.
 */
export async function writeHtml(model: ReportModel, stream: Writable, hooks: PdfHooks): Promise<Written> {
  hooks.signal.throwIfAborted()
  const sink = hashedSink(stream)
  try {
    const measure = openMeasure()
    const { language } = model.options
    let html = head(model, measure)
    let anchor: string | null = null
    const label = reportFormWords[language].contents
    const walk = walkStructure({
      begin(node) {
        if (!isClosed(node)) html += container(node, label)[0]
        else {
          html += element(node, measure, anchor)
          anchor = null
        }
      },
      end(node) {
        if (!isClosed(node)) html += container(node, label)[1]
      },
    })
    let done = 0
    for (const piece of piecesFor(model, makeSetter(language, measure), 'html')) {
      if (piece.anchor !== undefined) anchor = piece.anchor.id
      for (const item of piece.items) if (item.kind === 'text' && item.node !== undefined) walk.to(item.node)
      done += 1
      if (done % AT_A_TIME !== 0) continue
      await sink.write(html)
      html = ''
      hooks.onProgress({ step: 'writing', unit: 'bytes', done: sink.bytes(), total: 0 })
      await setImmediate()
      hooks.signal.throwIfAborted()
    }
    walk.finish()
    await sink.write(html + foot(model, measure))
    const written = sink.written()
    hooks.onProgress({ step: 'writing', unit: 'bytes', done: written.bytes, total: written.bytes })
    return written
  } finally {
    sink.release()
  }
}

/** The fonts of the PDF decide what is shown as `\u{…}`, so that both forms say the same. */
function openMeasure(): Measure {
  const none = null as unknown as string
  return openFaces(new PDFDocument({ autoFirstPage: false, font: none, fontLayoutCache: false }), findFonts())
}

function head(model: ReportModel, measure: Measure): string {
  const { options, tool, contentHash, reportId } = model
  const hash = createHash('sha256').update(STYLE_SHEET).digest('base64')
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
  const { title } = documentNames(model)
  const named = (name: string, content: string) => `<meta name="${name}" content="${escaped(content)}">`
  return [
    '<!DOCTYPE html>',
    `<html lang="${options.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">`,
    named('viewport', 'width=device-width, initial-scale=1'),
    named('generator', `${tool.name} ${tool.version}`),
    named('report-id', reportId),
    named('content-sha256', contentHash),
    `<title>${escaped(shown(title, measure))}</title>`,
    `<style>${STYLE_SHEET}</style>`,
    '</head>',
    '<body>',
    '<main>',
    '',
  ].join('\n')
}

/** A title bar knows no colours, but it must not be turned around either. */
function shown(title: string, measure: Measure): string {
  const html = inline([{ text: title, style: style(10) }], measure, 'heading')
  return html.replace(/<[^>]*>/g, ' ').replace(/&(amp|lt|gt|quot|#39);/g, (entity) => PLAIN[entity] ?? entity)
}

const PLAIN: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

function foot(model: ReportModel, measure: Measure): string {
  const words = reportWords[model.options.language]
  const hash = model.manifest.sha256.slice(0, 8)
  const short = fill(words.shortHash, { hash: `${hash.slice(0, 4)} ${hash.slice(4)}` })
  const text = [model.reportId, model.options.classification.trim(), short].filter((part) => part !== '')
  const line = inline([{ text: text.join(' · '), style: style(10) }], measure, 'text')
  return `</main>\n<footer>${line}</footer>\n</body>\n</html>\n`
}
