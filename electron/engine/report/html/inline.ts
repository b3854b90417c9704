import { INK } from '../layout/sheet.ts'
import type { Span, TextStyle } from '../text/lines.ts'
import { ESCAPE_COLOR, setMarks } from '../text/marks.ts'
import type { Measure } from '../text/measure.ts'

/** Where text stands: a table is set smaller, and a heading as a whole. */
export type Surroundings = 'text' | 'cell' | 'heading'

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as HTML that cannot be taken for markup, also within an attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
}

/**
 * Spans as HTML. What the printed report shows as `\u{…}` is shown so here too, by the same rule: direction marks,
 * controls and characters that its fonts do not have.
 */
export function inline(spans: readonly Span[], measure: Measure, at: Surroundings): string {
  return spans.map((span) => wrapped(visible(span, measure), span.style, at)).join('')
}

function visible(span: Span, measure: Measure): string {
  let html = ''
  let plain = ''
  const flush = () => {
    html += escaped(plain)
    plain = ''
  }
  for (const mark of setMarks([span], measure)) {
    if (mark.text === '\n') {
      flush()
      html += '<br>'
    } else if (mark.color === ESCAPE_COLOR && span.style.color !== ESCAPE_COLOR) {
      flush()
      html += `<span class="esc">${escaped(mark.text)}</span>`
    } else plain += mark.text
  }
  flush()
  return html
}

function wrapped(html: string, style: TextStyle, at: Surroundings): string {
  if (html === '') return ''
  const classes = [COLORS[style.color], sizeClass(style.size, at)].filter((name) => name !== undefined)
  const tag = at === 'heading' ? 'span' : TAGS[style.family]
  if (classes.length === 0) return tag === 'span' ? html : `<${tag}>${html}</${tag}>`
  return `<${tag} class="${classes.join(' ')}">${html}</${tag}>`
}

const TAGS = { sans: 'span', 'sans-strong': 'b', mono: 'code' } as const

const COLORS: Readonly<Record<string, string>> = {
  [INK.second]: 'second',
  [INK.third]: 'third',
  [INK.accent]: 'accent',
  [INK.fail]: 'fail',
  [ESCAPE_COLOR]: 'esc',
}

/** Points of the printed report, as smaller or larger than what stands around. */
function sizeClass(size: number, at: Surroundings): string | undefined {
  if (at === 'heading') return undefined
  if (at === 'cell') return size < 7 ? 'small' : undefined
  if (size < 8.3) return 'small'
  return size > 10.8 ? 'large' : undefined
}
