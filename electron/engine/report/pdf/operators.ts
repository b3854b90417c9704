import type { Item, PlacedPiece, TextItem } from '../layout/piece.ts'
import { SHEET } from '../layout/sheet.ts'
import type { FaceName } from '../text/measure.ts'
import type { PdfFaces } from './faces.ts'

/** What a page needs beside its content. */
export interface PageContent {
  /** Content stream in the page's own coordinates (origin at the bottom left). */
  readonly operators: string
  readonly faces: ReadonlySet<FaceName>
}

// Control points of a quarter circle.
const ROUND = 0.5522847498

/** Turns placed pieces into PDF operators: boxes and discs first, so that text lies on top of them. */
export function pageContent(placed: readonly PlacedPiece[], faces: PdfFaces): PageContent {
  const used = new Set<FaceName>()
  const shapes: string[] = []
  const texts: string[] = []
  let color = ''
  let font = ''
  const fill = (next: string): string => {
    if (next === color) return ''
    color = next
    return `${rgb(next)} rg\n`
  }
  for (const { x, y, items } of placed) {
    for (const item of items) {
      if (item.kind === 'box') shapes.push(`${fill(item.color)}${box(item, x, y)}`)
      if (item.kind === 'disc') shapes.push(`${fill(item.color)}${disc(item, x, y)}`)
    }
  }
  color = ''
  for (const { x, y, items } of placed) {
    for (const item of items) {
      if (item.kind !== 'text') continue
      const { face, size } = item.run
      used.add(face)
      const wanted = `/${faces.id(face)} ${number(size)} Tf\n`
      const choose = wanted === font ? '' : wanted
      font = wanted
      texts.push(`${fill(item.run.color)}${choose}${text(item, x, y, faces)}`)
    }
  }
  return { operators: `${shapes.join('')}BT\n${texts.join('')}ET`, faces: used }
}

function text(item: TextItem, x: number, y: number, faces: PdfFaces): string {
  const { run } = item
  let body = '<'
  let left = -1
  for (const character of run.text) {
    const codePoint = character.codePointAt(0) ?? 0
    const kern = left === -1 ? 0 : faces.kern(run.face, left, codePoint)
    if (kern !== 0) body += `>${number(-kern)}<`
    body += faces.code(run.face, codePoint)
    left = codePoint
  }
  return `1 0 0 1 ${number(x + item.x)} ${number(SHEET.height - y - item.y)} Tm\n[${body}>]TJ\n`
}

function box(item: Extract<Item, { kind: 'box' }>, x: number, y: number): string {
  const bottom = SHEET.height - y - item.y - item.height
  return `${number(x + item.x)} ${number(bottom)} ${number(item.width)} ${number(item.height)} re f\n`
}

function disc(item: Extract<Item, { kind: 'disc' }>, x: number, y: number): string {
  const cx = x + item.x
  const cy = SHEET.height - y - item.y
  const r = item.radius
  const k = r * ROUND
  const curve = (...points: number[]) => `${points.map(number).join(' ')} c\n`
  return (
    `${number(cx + r)} ${number(cy)} m\n` +
    curve(cx + r, cy + k, cx + k, cy + r, cx, cy + r) +
    curve(cx - k, cy + r, cx - r, cy + k, cx - r, cy) +
    curve(cx - r, cy - k, cx - k, cy - r, cx, cy - r) +
    `${curve(cx + k, cy - r, cx + r, cy - k, cx + r, cy)}f\n`
  )
}

function rgb(color: string): string {
  const value = Number.parseInt(color, 16)
  return [value >> 16, (value >> 8) & 255, value & 255].map((part) => number(part / 255)).join(' ')
}

/** Three decimals are a thousandth of a point; the same input gives the same digits everywhere. */
function number(value: number): string {
  return String(Math.round(value * 1000) / 1000)
}
