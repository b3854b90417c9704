import type { StructNode } from '../layout/struct-node.ts'
import type { Measure } from '../text/measure.ts'
import { escaped, inline, type Surroundings } from './inline.ts'

/** Start and end of what holds rows and entries. */
export function container(node: StructNode, label: string): readonly [string, string] {
  const { role, numbering, look, parent } = node
  if (role === 'Table') return ['<div class="table" tabindex="0"><table>\n', '</table></div>\n']
  if (role === 'THead') return ['<thead>\n', '</thead>\n']
  if (role === 'TBody') return ['<tbody>\n', '</tbody>\n']
  if (role === 'TOC') {
    if (parent !== null) return ['<li><ol>\n', '</ol></li>\n']
    return [`<nav aria-label="${escaped(label)}"><ol>\n`, '</ol></nav>\n']
  }
  if (look?.listing === true) return ['<ol class="listing">\n', '</ol>\n']
  if (look?.legend === true) return ['<ul class="legend">\n', '</ul>\n']
  return numbering === 'Decimal' ? ['<ol>\n', '</ol>\n'] : ['<ul>\n', '</ul>\n']
}

/** A paragraph, a heading, a row or an entry with all that it says. `id` is the anchor that stands here. */
export function element(node: StructNode, measure: Measure, id: string | null): string {
  const { role, content = [], children } = node
  const named = id === null ? '' : ` id="${escaped(id)}"`
  if (/^H[1-5]$/.test(role)) {
    const tag = role.toLowerCase()
    return `<${tag}${named}>${inline(content, measure, 'heading')}</${tag}>\n`
  }
  if (role === 'TR') return `<tr${named}${attribute(node)}>${all(children, measure)}</tr>\n`
  if (role === 'LI') return entry(node, measure, named)
  if (role === 'TOCI') return `<li>${link(children?.[0]?.children?.[0], measure, 'text')}</li>\n`
  if (children !== undefined) {
    const lines = children.map((line) => inline(line.content ?? [], measure, 'text'))
    return `<pre${named}>${lines.join('<br>')}</pre>\n`
  }
  return `<p${named}${attribute(node)}>${inline(content, measure, 'text')}</p>\n`
}

/** A label that the list draws itself is left out. */
function entry({ parent, children }: StructNode, measure: Measure, named: string): string {
  const [label, text] = children ?? []
  const says = inline(text?.content ?? [], measure, 'text')
  if (parent?.look?.listing === true) {
    const { steps = 0, cited } = text?.look ?? {}
    const letter = cited === undefined ? '' : `<b class="disc">${escaped(cited)}</b>`
    const shade = cited === undefined ? '' : ' cited'
    return `<li class="in${Math.min(steps, DEEPEST)}${shade}">${says}${letter}</li>\n`
  }
  if (parent?.look?.legend === true) {
    const letter = inline(label?.content ?? [], measure, 'heading')
    return `<li><b class="disc">${letter}</b> ${says}</li>\n`
  }
  return `<li${named}>${says}</li>\n`
}

/** Levels of a listing that are drawn apart. */
export const DEEPEST = 12

function all(cells: readonly StructNode[] | undefined, measure: Measure): string {
  return (cells ?? []).map((cell) => tableCell(cell, measure)).join('')
}

function tableCell(node: StructNode, measure: Measure): string {
  const { role, scope, span, content = [], children } = node
  const tag = role === 'TH' ? 'th' : 'td'
  const names = scope === undefined ? '' : ` scope="${scopeOf(scope, span)}"`
  const wide = span === undefined ? '' : ` colspan="${span}"`
  const inner = children?.map((part) =>
    part.role === 'Link'
      ? `<div>${link(part, measure, 'cell')}</div>`
      : `<div>${inline(part.content ?? [], measure, 'cell')}</div>`,
  )
  const says = inner === undefined ? inline(content, measure, 'cell') : inner.join('')
  return `<${tag}${names}${wide}${attribute(node)}>${says}</${tag}>`
}

function scopeOf(scope: 'Column' | 'Row', span: number | undefined): string {
  if (scope === 'Column') return 'col'
  return span === undefined ? 'row' : 'rowgroup'
}

function link(node: StructNode | undefined, measure: Measure, at: Surroundings): string {
  if (node?.to === undefined) return ''
  return `<a href="#${escaped(node.to)}">${inline(node.content ?? [], measure, at)}</a>`
}

function attribute({ look }: StructNode): string {
  const names = [
    look?.right === true ? 'right' : null,
    look?.verbatim === true ? 'verbatim' : null,
    look?.bar === true ? 'bar' : null,
    look?.inset === true ? 'inset' : null,
    look?.tinted === true ? 'tinted' : null,
  ].filter((name) => name !== null)
  return names.length === 0 ? '' : ` class="${names.join(' ')}"`
}
