import type { PDFDocumentProxy } from 'pdfjs-dist'
import { useEffect, useRef } from 'react'

/** While the window is being resized the last picture is stretched; it is drawn anew when the size rests. */
const REST_MS = 150

/**
 * One page of the PDF, drawn as large as `width` says, in CSS px, at the sharpness of the screen. What is shown
 * stays until the new drawing is complete, so nothing flickers.
 */
export function PageCanvas(props: {
  readonly document: PDFDocumentProxy
  readonly page: number
  readonly width: number
  /** Height divided by width, so that the sheet has its place before it is drawn. */
  readonly ratio: number
  /** Empty for a picture that says nothing beyond the words beside it. */
  readonly label: string
  /** Waits this long before it is drawn first, so that larger pages come before it. */
  readonly afterMs?: number
}) {
  const { document, page, width, ratio, label, afterMs = 0 } = props
  const canvas = useRef<HTMLCanvasElement>(null)
  const shown = useRef<PDFDocumentProxy>(null)

  useEffect(() => {
    const target = canvas.current
    if (target === null || width <= 0) return
    let gone = false
    let cancel: (() => void) | undefined
    const draw = async () => {
      const sheet = await document.getPage(page)
      if (gone) return
      const natural = sheet.getViewport({ scale: 1 }).width
      const viewport = sheet.getViewport({ scale: (width * window.devicePixelRatio) / natural })
      const picture = window.document.createElement('canvas')
      picture.width = Math.round(viewport.width)
      picture.height = Math.round(viewport.height)
      const task = sheet.render({ canvas: picture, viewport })
      cancel = () => task.cancel()
      await task.promise
      if (gone) return
      // Setting the size clears the canvas; the next line fills it before anything is painted.
      target.width = picture.width
      target.height = picture.height
      target.getContext('2d')?.drawImage(picture, 0, 0)
      shown.current = document
    }
    const wait = shown.current === document ? REST_MS : shown.current === null ? afterMs : 0
    // A drawing that was cancelled, or whose document was closed, has nothing left to report.
    const timer = setTimeout(() => void draw().catch(() => undefined), wait)
    return () => {
      gone = true
      clearTimeout(timer)
      cancel?.()
    }
  }, [document, page, width, afterMs])

  return (
    <canvas
      ref={canvas}
      role={label === '' ? undefined : 'img'}
      aria-label={label === '' ? undefined : label}
      aria-hidden={label === ''}
      className="report-sheet"
      style={{ width, height: width * ratio }}
    />
  )
}
