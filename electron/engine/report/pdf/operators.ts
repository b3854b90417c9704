import type { Item, LinkItem, PlacedPiece, TextItem } from '../layout/piece.ts'
import { SHEET } from '../layout/sheet.ts'
import type { StructNode } from '../layout/struct-node.ts'
import type { FaceName } from '../text/measure.ts'
import { decimal } from './decimal.ts'
import type { PdfFaces } from './faces.ts'
import type { Scratch } from './scratch.ts'

// Control points of a quarter circle.
const ROUND = 0.5522847498

/** Takes note of what text belongs to, in reading order. */
export interface Marking {
  /** Number of the marked content for text of this node. */
  enter(node: StructNode): number
  /** `rect` in points from the bottom left of the page. */
  link(item: LinkItem, rect: readonly [number, number, number, number]): void
}

/**
 * Writes placed pieces as PDF operators in the page's own coordinates (origin at the bottom left): boxes and discs
 * first, so that text lies on top of them. Text is marked with its place in the structure; shapes, headers and the like
 * are marked as no part of it. Returns the faces used.
 */
export function drawPage(
  placed: readonly PlacedPiece[],
  faces: PdfFaces,
  marking: Marking,
  out: Scratch,
): ReadonlySet<FaceName> {
  out.put('/Artifact BMC\n')
  drawShapes(placed, out)
  out.put('EMC\nBT\n')
  const used = drawTexts(placed, faces, marking, out)
  out.put('ET')
  return used
}

function drawShapes(placed: readonly PlacedPiece[], out: Scratch): void {
  let color = ''
  for (const { x, y, items } of placed) {
    for (const item of items) {
      if (item.kind !== 'box' && item.kind !== 'disc') continue
      if (item.color !== color) out.put(fill(item.color))
      color = item.color
      out.put(item.kind === 'box' ? box(item, x, y) : disc(item, x, y))
    }
  }
}

function drawTexts(
  placed: readonly PlacedPiece[],
  faces: PdfFaces,
  marking: Marking,
  out: Scratch,
): Set<FaceName> {
  const used = new Set<FaceName>()
  let color = ''
  let face: FaceName | null = null
  let size = 0
  let mark = ''
  let within: StructNode | null = null
  const begin = (next: string, node: StructNode | null) => {
    if (mark !== '') out.put('EMC\n')
    out.put(next)
    mark = next
    within = node
  }
  for (const { x, y, items, aside } of placed) {
    for (const item of items) {
      if (item.kind === 'link' && aside === undefined) marking.link(item, linkRect(item, x, y))
      if (item.kind !== 'text') continue
      const { node, run } = item
      if (aside !== undefined || node === undefined) {
        const wanted = asArtifact(aside)
        if (mark !== wanted) begin(wanted, null)
      } else if (node !== within) {
        begin(`/${node.role} <</MCID ${marking.enter(node)}>>BDC\n`, node)
      }
      used.add(run.face)
      if (run.color !== color) out.put(fill(run.color))
      if (run.face !== face || run.size !== size) {
        out.put(`/${faces.id(run.face)} ${decimal(run.size)} Tf\n`)
      }
      color = run.color
      face = run.face
      size = run.size
      drawText(item, x, y, faces, out)
    }
  }
  begin('', null)
  return used
}

function asArtifact(aside: PlacedPiece['aside']): string {
  const kind = aside === 'Header' || aside === 'Footer' ? `/Subtype/${aside}` : ''
  return `/Artifact <</Type/Pagination${kind}>>BDC\n`
}

function linkRect(item: LinkItem, x: number, y: number): [number, number, number, number] {
  const left = x + item.x
  const top = SHEET.height - y - item.y
  const round = (value: number) => Math.round(value * 1000) / 1000
  return [round(left), round(top - item.height), round(left + item.width), round(top)]
}

function drawText(item: TextItem, x: number, y: number, faces: PdfFaces, out: Scratch): void {
  const { face, text } = item.run
  const place = `${decimal(x + item.x)} ${decimal(SHEET.height - y - item.y)}`
  out.put(`1 0 0 1 ${place} Tm\n[${faces.shown(face, text)}]TJ\n`)
}

function box(item: Extract<Item, { kind: 'box' }>, x: number, y: number): string {
  const bottom = SHEET.height - y - item.y - item.height
  return `${decimal(x + item.x)} ${decimal(bottom)} ${decimal(item.width)} ${decimal(item.height)} re f\n`
}

function disc(item: Extract<Item, { kind: 'disc' }>, x: number, y: number): string {
  const cx = x + item.x
  const cy = SHEET.height - y - item.y
  const r = item.radius
  const k = r * ROUND
  const curve = (...points: number[]) => `${points.map(decimal).join(' ')} c\n`
  return (
    `${decimal(cx + r)} ${decimal(cy)} m\n` +
    curve(cx + r, cy + k, cx + k, cy + r, cx, cy + r) +
    curve(cx - k, cy + r, cx - r, cy + k, cx - r, cy) +
    curve(cx - r, cy - k, cx - k, cy - r, cx, cy - r) +
    `${curve(cx + k, cy - r, cx + r, cy - k, cx + r, cy)}f\n`
  )
}

const fills = new Map<string, string>()

/** Few colours are used, each of them thousands of times. */
function fill(color: string): string {
  const known = fills.get(color)
  if (known !== undefined) return known
  const made = `${rgb(color)} rg\n`
  fills.set(color, made)
  return made
}

function rgb(color: string): string {
  const value = Number.parseInt(color, 16)
  return [value >> 16, (value >> 8) & 255, value & 255].map((part) => decimal(part / 255)).join(' ')
}
