import type { LinkItem } from '../layout/piece.ts'
import type { StructNode } from '../layout/struct-node.ts'
import { walkStructure } from '../layout/walk.ts'
import { type Doc, internalsOf } from './internals.ts'
import type { PackedObjects } from './packed-objects.ts'
import { byteString, reference, textString } from './written.ts'

/** The structure tree, which grows page by page. Only what is open is held. */
export interface Structure {
  /** The document has a new last page; what is entered from now on stands on it. */
  beginPage(): void
  /** Number of the marked content in which text of this node is drawn next. */
  enter(node: StructNode): number
  /** Makes a link of the page: `rect` in points from the bottom left. Only where the item has a node. */
  link(item: LinkItem, rect: readonly [number, number, number, number]): void
  endPage(): void
  /** Writes what is open, the root and the catalogue's entries. Call it before the document ends. */
  finish(): void
}

interface Element {
  readonly id: number
  readonly parent: number
  /** Object of the page that `/Pg` names: the one of the first content. */
  page: number | null
  /** Most elements have one: a number of marked content, the number of an element below zero, or as it is written. */
  kid: Kid | null
  more: Kid[] | null
}

type Kid = number | string

/**
 * Tags (ISO 32000-1, 14.7 and 14.8) by the standard types, so that no role map is needed. An element is written when
 * it ends; a table keeps no more than the numbers of its rows.
 */
export function buildStructure(doc: Doc, objects: PackedObjects): Structure {
  const inside = internalsOf(doc)
  // Pages have a reading order from now on; pdfkit writes this object and the root at the end.
  inside._root.data['MarkInfo'] = inside.ref({ Marked: true })
  const root = inside.ref({ Type: 'StructTreeRoot' })
  const body = newElement(objects.reserve(), root.id)
  const elements = new Map<StructNode, Element>()
  /** By key of the parent tree: for a page the object with the elements of its contents, for a link its element. */
  const parents: number[] = []
  let page = { id: 0, key: 0, owners: [] as number[] }

  const elementOf = (node: StructNode): Element => {
    const known = elements.get(node)
    if (known !== undefined) return known
    const parent = node.parent === null ? body : elementOf(node.parent)
    const element = newElement(objects.reserve(), parent.id)
    elements.set(node, element)
    // A row names its cells when it ends, in their order and also the empty ones.
    if (node.parent?.children === undefined) addKid(parent, -element.id)
    return element
  }
  const write = (element: Element, role: string, more: string) => {
    const on = element.page === null ? '' : `/Pg ${element.page} 0 R`
    objects.write(element.id, `<</S/${role}/P ${element.parent} 0 R${on}${kidsText(element)}${more}>>`)
  }
  const end = (node: StructNode) => {
    const element = elementOf(node)
    for (const child of node.children ?? []) {
      addKid(element, -elementOf(child).id)
      end(child)
    }
    write(element, node.role, attributes(node))
    elements.delete(node)
  }
  const walk = walkStructure({ begin: elementOf, end })

  return {
    beginPage() {
      const { dictionary } = inside.page
      page = { id: dictionary.id, key: parents.push(0) - 1, owners: [] }
      dictionary.data['StructParents'] = page.key
    },
    enter(node) {
      walk.to(node)
      const element = elementOf(node)
      const number = page.owners.push(element.id) - 1
      element.page ??= page.id
      addKid(element, element.page === page.id ? number : `<</Type/MCR/Pg ${page.id} 0 R/MCID ${number}>>`)
      return number
    },
    link({ node, to, alt }, rect) {
      if (node === undefined) return
      walk.to(node)
      const element = elementOf(node)
      const key = parents.push(element.id) - 1
      const annotation = objects.reserve()
      const place = `/Type/Annot/Subtype/Link/Rect[${rect.join(' ')}]/Border[0 0 0]/F 4`
      const says = `/Dest ${byteString(to)}/Contents ${textString(alt)}/StructParent ${key}`
      objects.write(annotation, `<<${place}${says}>>`)
      addKid(element, `<</Type/OBJR/Obj ${annotation} 0 R/Pg ${page.id} 0 R>>`)
      const { data } = inside.page.dictionary
      data['Annots'] = [...((data['Annots'] as unknown[] | undefined) ?? []), reference(annotation)]
    },
    endPage() {
      const id = objects.reserve()
      objects.write(id, `[${page.owners.join(' 0 R ')} 0 R]`)
      parents[page.key] = id
    },
    finish() {
      walk.finish()
      write(body, 'Document', '')
      const tree = objects.reserve()
      objects.write(tree, `<</Nums[${parents.map((id, key) => `${key} ${id} 0 R`).join(' ')}]>>`)
      root.data['K'] = reference(body.id)
      root.data['ParentTree'] = reference(tree)
      root.data['ParentTreeNextKey'] = parents.length
      inside._root.data['StructTreeRoot'] = root
    },
  }
}

function newElement(id: number, parent: number): Element {
  return { id, parent, page: null, kid: null, more: null }
}

function addKid(element: Element, kid: Kid): void {
  if (element.kid === null) element.kid = kid
  else if (element.more === null) element.more = [kid]
  else element.more.push(kid)
}

function kidsText({ kid, more }: Element): string {
  if (kid === null) return ''
  if (more === null) return `/K ${kidText(kid)}`
  return `/K[${kidText(kid)} ${more.map(kidText).join(' ')}]`
}

function kidText(kid: Kid): string {
  return typeof kid === 'number' && kid < 0 ? `${-kid} 0 R` : String(kid)
}

function attributes({ role, scope, span, numbering }: StructNode): string {
  if (role === 'L') return `/A<</O/List/ListNumbering/${numbering ?? 'None'}>>`
  const parts = [
    ...(scope === undefined ? [] : [`/Scope/${scope}`]),
    ...(span === undefined ? [] : [`/ColSpan ${span}`]),
  ]
  return parts.length === 0 ? '' : `/A<</O/Table${parts.join('')}>>`
}
