import type { Line, TextStyle } from '../text/lines.ts'
import type { Setter } from './setter.ts'

/** Text on one line; what has no room is cut off and an ellipsis says so. */
export function oneLine(set: Setter, text: string, look: TextStyle, width: number): Line {
  const flat = text.replaceAll('\n', ' ')
  const [whole, more] = set.lines([{ text: flat, style: look }], width, { verbatim: true })
  if (whole === undefined || more === undefined) return whole ?? { runs: [], width: 0 }
  const ellipsis = set.lines([{ text: '…', style: look }], width)[0] ?? { runs: [], width: 0 }
  const room = width - ellipsis.width
  const [kept] = set.lines([{ text: flat, style: look }], room, { verbatim: true })
  if (kept === undefined) return ellipsis
  const tail = ellipsis.runs.map((run) => ({ ...run, x: run.x + kept.width }))
  return { runs: [...kept.runs, ...tail], width: kept.width + ellipsis.width }
}
