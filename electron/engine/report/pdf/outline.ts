import type PDFDocument from 'pdfkit'
import type { Page } from '../layout/piece.ts'
import { SHEET } from '../layout/sheet.ts'
import { escapeOf, isPlain } from '../text/escape.ts'

type Outline = InstanceType<typeof PDFDocument>['outline']

/** Bookmarks: chapters, and exhibits below theirs. Call `add` while the page is the document's last. */
export function createOutline(doc: InstanceType<typeof PDFDocument>): { readonly add: (page: Page) => void } {
  let chapter: Outline | null = null
  return {
    add(page) {
      for (const { title, level, y } of page.anchors) {
        if (level === null) continue
        // pdfkit counts the left edge from the right one.
        const place = { top: y - 8, left: SHEET.width } as Parameters<Outline['addItem']>[1]
        const shown = visible(title)
        if (level === 1) chapter = doc.outline.addItem(shown, place)
        else (chapter ?? doc.outline).addItem(shown, place)
      }
    },
  }
}

/** Bookmarks name users too, and a viewer's list of them must not be turned around by a direction mark. */
function visible(title: string): string {
  const marks = [...title].slice(0, LONGEST)
  return marks
    .map((mark) => {
      const codePoint = mark.codePointAt(0) ?? 0
      return isPlain(codePoint) ? mark : escapeOf(codePoint)
    })
    .join('')
}

const LONGEST = 120
