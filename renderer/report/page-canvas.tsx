import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef } from 'react'

/** One page of the PDF, drawn as large as `width` says, in CSS px, at the sharpness of the screen. */
export function PageCanvas(props: {
  readonly document: PDFDocumentProxy
  readonly page: number
  readonly width: number
  /** Height divided by width, so that the sheet has its place before it is drawn. */
  readonly ratio: number
  readonly label: string
}) {
  const { document, page, width, ratio } = props
  const canvas = useRef<HTMLCanvasElement>(null)

  useEffect(() => {
    const target = canvas.current
    if (target === null || width <= 0) return
    let gone = false
    let cancel: (() => void) | undefined
    const draw = async () => {
      const sheet = await document.getPage(page)
      if (gone) return
      const sharpness = window.devicePixelRatio
      const natural = sheet.getViewport({ scale: 1 }).width
      const viewport = sheet.getViewport({ scale: (width * sharpness) / natural })
      target.width = Math.round(viewport.width)
      target.height = Math.round(viewport.height)
      const task = sheet.render({ canvas: target, viewport })
      cancel = () => task.cancel()
      await task.promise
    }
    // A drawing that was cancelled, or whose document was closed, has nothing left to report.
    draw().catch(() => undefined)
    return () => {
      gone = true
      cancel?.()
    }
  }, [document, page, width])

  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={props.label}
      className="report-sheet"
      style={{ width, height: width * ratio }}
    />
  )
}
