import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import { LEDGER_VIEWS, type LedgerView } from '../../shared/domain/source.ts'
import { importTexts } from '../../shared/messages/import.ts'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { LedgerLine } from './ledger-line.tsx'
import { SaveLedger } from './save-ledger.tsx'
import { useLedger } from './use-ledger.ts'

const LINE_HEIGHT = 34

/** Every file that was met, and what became of it. */
export function Ledger(props: { readonly live: boolean; readonly expected: number }) {
  const texts = useTexts(importTexts)
  const [view, setView] = useState<LedgerView>('all')
  const ledger = useLedger(view, props.live, props.expected)
  const names: Record<LedgerView, string> = {
    all: texts.viewAll,
    attention: texts.viewAttention,
    skipped: texts.viewSkipped,
    damaged: texts.viewDamaged,
  }
  return (
    <>
      <div className="import-ledger-head">
        <h2>{texts.ledger}</h2>
        <Segmented
          size="small"
          label={texts.ledger}
          value={view}
          options={LEDGER_VIEWS.map((value) => ({
            value,
            label: (
              <>
                {names[value]}{' '}
                <span className="ui-segmented-aside">
                  {ledger.counts === null ? '' : countText(ledger.counts[value])}
                </span>
              </>
            ),
          }))}
          onChange={(next) => setView(next)}
        />
        <SaveLedger />
      </div>
      <LedgerTable key={view} view={view} ledger={ledger} expected={props.expected} />
    </>
  )
}

function LedgerTable(props: {
  readonly view: LedgerView
  readonly ledger: ReturnType<typeof useLedger>
  readonly expected: number
}) {
  const texts = useTexts(importTexts)
  const { view, ledger } = props
  const box = useRef<HTMLDivElement>(null)
  const total = ledger.counts?.[view] ?? 0
  const lines = useVirtualizer({
    count: total,
    getScrollElement: () => box.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 8,
    initialRect: { width: 800, height: 400 },
  })
  const items = lines.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  const { need } = ledger
  useEffect(() => need(first, last), [need, first, last])

  const empty = {
    all: texts.emptyAll,
    attention: texts.emptyAttention,
    skipped: texts.emptySkipped,
    damaged: texts.emptyDamaged,
  }[view]
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <table> cannot hold rows that are placed while scrolling
    <div className="import-ledger" role="table" aria-label={texts.ledger} aria-rowcount={total + 1}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it */}
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div className="import-ledger-rows" ref={box} tabIndex={0} role="rowgroup">
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        <div className="import-ledger-cols" role="row" aria-rowindex={1} tabIndex={-1}>
          {[texts.colState, texts.colFile, texts.colReason, texts.colRecords].map((name) => (
            // biome-ignore lint/a11y/useSemanticElements: see above
            <span role="columnheader" key={name} tabIndex={-1}>
              {name}
            </span>
          ))}
        </div>
        {ledger.error !== null && <ErrorNote error={ledger.error} compact onRetry={ledger.refetch} />}
        {ledger.counts === null && ledger.slow && <SkeletonRows rows={6} height={LINE_HEIGHT} />}
        {ledger.counts !== null && total === 0 && (view !== 'all' || props.expected === 0) && (
          <EmptyState icon={view === 'all' ? 'files' : 'outcome-success'} title={empty}>
            {view === 'all' ? texts.emptyNote : undefined}
          </EmptyState>
        )}
        <div style={{ height: lines.getTotalSize(), position: 'relative' }}>
          {items.map((item) => (
            <div
              key={item.key}
              ref={lines.measureElement}
              data-index={item.index}
              className="import-ledger-place"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <LedgerLine row={ledger.rowAt(item.index)} index={item.index} />
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}
