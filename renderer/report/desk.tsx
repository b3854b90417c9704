import { useRef } from 'react'
import { reportScreenTexts } from '../../shared/messages/report-screen.ts'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { makingText } from './making-text.ts'
import { PageCanvas } from './page-canvas.tsx'
import { A4_RATIO, type PageView, sheetWidth } from './sheet-size.ts'
import type { PreviewState } from './use-preview.ts'
import { useRoom } from './use-room.ts'

/** The pages that are shown; before the first preview is there, blank sheets in the same places. */
export function Desk(props: {
  readonly state: PreviewState
  readonly shown: readonly number[]
  readonly view: PageView
}) {
  const { state, shown, view } = props
  const texts = useTexts(reportScreenTexts)
  const box = useRef<HTMLDivElement>(null)
  const room = useRoom(box)
  const document = state.preview?.document ?? null
  const width = room === null ? 0 : sheetWidth(room, view)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it
    <div ref={box} className="report-room" tabIndex={0}>
      {room !== null &&
        document !== null &&
        shown.map((number) => (
          <PageCanvas
            key={number}
            document={document}
            page={number}
            width={width}
            ratio={A4_RATIO}
            label={texts.pageOf(countText(number), countText(state.preview?.pages ?? 0))}
          />
        ))}
      {room !== null &&
        document === null &&
        (view === 'two' ? [1, 2] : [1]).map((number) => (
          <div key={number} className="report-sheet report-blank" style={{ width, height: width * A4_RATIO }}>
            {number === 1 && <Making state={state} />}
          </div>
        ))}
    </div>
  )
}

function Making(props: { readonly state: PreviewState }) {
  const texts = useTexts(reportScreenTexts)
  return <span role="status">{makingText(texts, props.state.progress)}</span>
}
