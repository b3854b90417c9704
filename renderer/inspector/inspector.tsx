import './inspector.css'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import type { SignInDetail, SignInRow } from '../../shared/domain/sign-in.ts'
import { inspectorTexts } from '../../shared/messages/inspector.ts'
import { Notes } from '../notes/notes.tsx'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import type { Clocks } from '../timeline/day-lines.ts'
import type { Undo } from '../timeline/use-undo.ts'
import { IconButton } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { EventFindings } from './event-findings.tsx'
import { Facts } from './facts.tsx'
import { JumpBar } from './jump-bar.tsx'
import { Part } from './part.tsx'
import { Provenance } from './provenance.tsx'
import { RawRecord } from './raw-record.tsx'
import { RelatedNote } from './related-note.tsx'
import { RelatedPart } from './related-part.tsx'
import { Saying } from './saying.tsx'
import type { DetailState } from './use-detail.ts'
import { SECTIONS, useSections } from './use-sections.ts'

/** Where the focus should go: into the inspector, or into its field for a new note. */
export type FocusWish = 'inspector' | 'note'

export interface InspectorProps {
  readonly row: SignInRow | null
  /** Place of the row among those shown; null when the filter hides it. */
  readonly index: number | null
  readonly count: number
  readonly state: DetailState
  readonly clocks: Clocks
  readonly undo: Undo
  /** What should take the focus as soon as it is there; `onGranted` answers that it has. */
  readonly wish: FocusWish | null
  onGranted(): void
  onStep(step: 1 | -1): void
  onCopy(): void
  onClose(): void
  /** Esc: back to the list. */
  onLeave(): void
  /** Shows another event by its row number. */
  onShow(id: number): void
  /** The handle by which the pane is made wider. */
  readonly children?: ReactNode
}

/** One event: the sentence and the facts at once, then notes, the exact record, and where it was found. */
export function Inspector(props: InspectorProps) {
  const { row, index, state, clocks } = props
  const texts = useTexts(inspectorTexts)
  const body = useRef<HTMLDivElement>(null)
  const sections = useSections(body, row?.id ?? 0)
  const { wish, onGranted } = props
  useLayoutEffect(() => {
    if (wish !== 'inspector' || row === null || body.current === null) return
    body.current.focus()
    onGranted()
  }, [wish, row, onGranted])

  const { detail } = state
  const notes = detail?.notes.filter((note) => !note.removed).length ?? row?.notes ?? 0
  return (
    <aside
      className="insp"
      aria-label={texts.inspector}
      data-region="inspector"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing || event.defaultPrevented) return
        event.preventDefault()
        event.stopPropagation()
        props.onLeave()
      }}
    >
      <header className="insp-head">
        <span>
          {row !== null &&
            (index === null ? texts.notShown : texts.eventOf(countText(index + 1), countText(props.count)))}
        </span>
        <IconButton
          icon="chevron-left"
          label={texts.previous}
          disabled={index === null || index === 0}
          onClick={() => props.onStep(-1)}
        />
        <IconButton
          icon="chevron-right"
          label={texts.next}
          disabled={index === null || index >= props.count - 1}
          onClick={() => props.onStep(1)}
        />
        <IconButton icon="copy" label={texts.copyReference} disabled={row === null} onClick={props.onCopy} />
        <IconButton icon="close" label={texts.close} onClick={props.onClose} />
      </header>
      {row === null ? (
        <EmptyState icon="info" title={texts.empty}>
          {texts.emptyHint}
        </EmptyState>
      ) : (
        <>
          <JumpBar sections={SECTIONS} current={sections.current} notes={notes} onJump={sections.jump} />
          <div className="insp-body" ref={body} tabIndex={-1} onScroll={sections.onScroll}>
            {detail !== undefined && <Related detail={detail} onShow={props.onShow} />}
            <Saying row={row} detail={detail} clocks={clocks} />
            <Part id="facts" title={texts.facts}>
              <Facts row={row} detail={detail} />
            </Part>
            <Part id="detections" title={texts.detections}>
              <EventFindings signInId={row.id} />
            </Part>
            <RelatedPart row={row} clocks={clocks} onShow={props.onShow} />
            {state.error !== undefined && <ErrorNote compact error={state.error} onRetry={state.refetch} />}
            {/* A note can be written at once, whatever of the record is still on its way. */}
            <Part id="notes" title={texts.notes} aside={notes > 0 ? <em>{notes}</em> : undefined}>
              <Notes
                key={row.id}
                signInId={row.id}
                notes={detail?.notes ?? []}
                clocks={clocks}
                undo={props.undo}
                wanted={wish === 'note'}
                onFocused={onGranted}
                onChanged={state.refetch}
              />
            </Part>
            {detail === undefined && state.slow && <SkeletonRows rows={8} />}
            {detail !== undefined && (
              <>
                <RawRecord key={`raw ${row.id}`} detail={detail} />
                <Provenance key={`source ${row.id}`} detail={detail} onCopy={props.onCopy} />
              </>
            )}
          </div>
        </>
      )}
      {props.children}
    </aside>
  )
}

/** What else must be known before this record is relied on: copies that differ, addenda. */
function Related(props: { readonly detail: SignInDetail; onShow(id: number): void }) {
  const texts = useTexts(inspectorTexts)
  const { conflictsWith, amends, amendedBy } = props.detail
  const notes = [
    { text: texts.conflict(conflictsWith.length), ids: conflictsWith },
    { text: texts.amends, ids: amends },
    { text: texts.amendedBy, ids: amendedBy },
  ]
  return notes.map(
    ({ text, ids }) =>
      ids.length > 0 && <RelatedNote key={text} text={text} ids={ids} onShow={props.onShow} />,
  )
}
