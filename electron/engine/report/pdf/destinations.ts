import type { Page } from '../layout/piece.ts'
import { SHEET } from '../layout/sheet.ts'
import { type Doc, internalsOf, type PdfObject } from './internals.ts'
import type { PackedObjects } from './packed-objects.ts'
import { byteString, reference } from './written.ts'

/** Named places, which links lead to before their page is written. Call `add` while the page is the last. */
export function createDestinations(
  doc: Doc,
  objects: PackedObjects,
): { readonly add: (page: Page) => void; readonly finish: () => void } {
  const inside = internalsOf(doc)
  const places = new Map<string, string>()
  return {
    add(page) {
      for (const { id, y } of page.anchors) {
        const top = Math.round((SHEET.height - y) * 1000) / 1000
        places.set(id, `[${inside.page.dictionary.id} 0 R/XYZ 0 ${top} null]`)
      }
    },
    // pdfkit sorts names as people do; a reader searches them by their bytes (ISO 32000-1, 7.9.6).
    finish() {
      const names = [...places].sort(([a], [b]) => (a < b ? -1 : 1))
      const tree = objects.reserve()
      objects.write(tree, `<</Names[${names.map(([id, place]) => `${byteString(id)}${place}`).join(' ')}]>>`)
      const { data } = inside._root.data['Names'] as PdfObject
      data['Dests'] = reference(tree)
    },
  }
}
