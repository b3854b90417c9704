import type PDFDocument from 'pdfkit'
import type { Page } from '../layout/piece.ts'

type Outline = InstanceType<typeof PDFDocument>['outline']

/** Bookmarks: chapters, and exhibits below theirs. Call `add` while the page is the document's last. */
export function createOutline(doc: InstanceType<typeof PDFDocument>): { readonly add: (page: Page) => void } {
  let chapter: Outline | null = null
  return {
    add(page) {
      for (const { title, level, y } of page.anchors) {
        const place = { top: y - 8 } as Parameters<Outline['addItem']>[1]
        if (level === 1) chapter = doc.outline.addItem(title, place)
        else (chapter ?? doc.outline).addItem(title, place)
      }
    },
  }
}
