import './detections.css'
import { useEffect, useRef, useState } from 'react'
import { emptyFilter } from '../../shared/domain/filter.ts'
import { anyFinding, type FindingFilter, type FindingRow } from '../../shared/domain/finding.ts'
import { detectionTexts } from '../../shared/messages/detections.ts'
import { useCall, useEvent } from '../backend.tsx'
import { NoteTime } from '../notes/note-time.tsx'
import { useClocks, useLanguage, useTexts } from '../settings/settings.tsx'
import { usePlace } from '../shell/place.tsx'
import { StatusKeys, StatusLine } from '../shell/status-bar.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { KeyHint } from '../ui/keys.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { useDetectionsRun } from './detections-run.tsx'
import { FindingFilters } from './finding-filters.tsx'
import { FindingList } from './finding-list.tsx'
import { FindingPane } from './finding-pane.tsx'
import type { JudgementWish } from './judgement.tsx'
import { ListState } from './list-state.tsx'
import { RunStrip } from './run-strip.tsx'
import { ScopeNotes } from './scope-notes.tsx'
import { useFindings } from './use-findings.ts'

/** What the rules found, the worst first, and what people conclude of it. */
export function DetectionsScreen() {
  const place = usePlace()
  const texts = useTexts(detectionTexts)
  const language = useLanguage()
  const clocks = useClocks()
  const run = useDetectionsRun()
  const [filter, setFilter] = useState<FindingFilter>(anyFinding)
  const chosen = place.finding
  const findings = useFindings(filter, chosen)
  const rules = useCall('detection.rules', undefined)
  useEvent('case.changed', ({ what }) => {
    if (what === 'findings' || what === 'addresses' || what === 'known') rules.refetch()
  })
  const [wish, setWish] = useState<JudgementWish | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const { rows } = findings
  const { state } = run

  // Something is always chosen, so that the right side is never empty beside a list.
  const { chooseFinding } = place
  useEffect(() => {
    const [first] = rows ?? []
    if (first !== undefined && (chosen === null || !rows?.some((row) => row.id === chosen)))
      chooseFinding(first.id)
  }, [rows, chosen, chooseFinding])

  const index = rows?.findIndex((row) => row.id === chosen) ?? -1
  const move = (step: number) => {
    const next = rows?.[Math.min(Math.max(0, index + step), (rows.length || 1) - 1)]
    if (next === undefined) return
    chooseFinding(next.id)
    window.requestAnimationFrame(() =>
      box.current?.querySelector<HTMLElement>(`[data-finding="${next.id}"]`)?.focus({ preventScroll: true }),
    )
  }
  const show = (row: FindingRow | undefined) => {
    if (row === undefined) return
    place.setFilter({ ...emptyFilter, query: `finding:${row.id}` })
    place.go('timeline')
  }
  const here = rows?.[index]
  const judge = (to: JudgementWish) => {
    if (here !== undefined) setWish(to)
  }
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    arrowdown: () => move(1),
    arrowup: () => move(-1),
    home: () => move(-(rows?.length ?? 0)),
    end: () => move(rows?.length ?? 0),
    enter: (event) => {
      if (event.target instanceof HTMLButtonElement) return
      show(here)
    },
    a: () => judge('accepted'),
    x: () => judge('dismissed'),
    r: () => judge('reopen'),
  })

  const infoOf = (rule: FindingRow['rule']) => rules.data?.find((info) => info.id === rule)
  return (
    <div className="det">
      <aside className="det-side" aria-label={texts.findings} data-region="findings">
        <header className="det-side-head">
          <h1>{texts.findings}</h1>
          {state?.run != null && (
            <span>{texts.fromRules(state.open + state.accepted + state.dismissed, state.rules)}</span>
          )}
          <span className="det-grow" />
          {state !== undefined && !run.running && (
            <Button size="small" icon="play" onClick={run.start} disabled={place.summary.signIns === 0}>
              {state.run === null ? texts.run : texts.runAgain}
            </Button>
          )}
        </header>
        <FindingFilters filter={filter} rules={rules.data ?? []} onChange={setFilter} />
        {state !== undefined && <RunStrip run={run} state={state} />}
        {findings.error !== undefined && (
          <ErrorNote compact error={findings.error} onRetry={findings.retry} />
        )}
        <div className="det-scroll">
          {rows === undefined && findings.slow && <SkeletonRows rows={8} height={46} />}
          {rows !== undefined && rows.length > 0 && (
            <FindingList
              rows={rows}
              selected={chosen}
              box={box}
              attackOf={(rule) => infoOf(rule)?.attack ?? []}
              onSelect={chooseFinding}
              onOpen={(id) => show(rows.find((row) => row.id === id))}
            />
          )}
          {rows !== undefined && findings.total > rows.length && (
            <p className="det-hint">{texts.firstOf(rows.length, findings.total)}</p>
          )}
          {rows?.length === 0 && state !== undefined && (
            <ListState
              state={state}
              run={run}
              filtered={filter !== anyFinding}
              onClear={() => setFilter(anyFinding)}
            />
          )}
          {state?.run != null && <ScopeNotes state={state} rules={rules.data ?? []} />}
        </div>
      </aside>
      <div className="det-main">
        {findings.detail !== undefined && rows?.length !== 0 ? (
          <FindingPane
            detail={findings.detail}
            rule={infoOf(findings.detail.row.rule)}
            wish={wish}
            onGranted={() => setWish(null)}
            onShow={() => show(findings.detail?.row)}
            onShowEvent={place.showEvent}
            onChanged={findings.put}
          />
        ) : (
          findings.detailError === undefined && (
            <EmptyState icon="severity-open" title={texts.noFinding}>
              {texts.noFindingHint}
            </EmptyState>
          )
        )}
        {findings.detailError !== undefined && (
          <ErrorNote error={findings.detailError} onRetry={findings.retry} />
        )}
      </div>
      <StatusLine>
        {state?.run != null && (
          <span lang={language}>
            {texts.lastRun(state.run.signIns)} <NoteTime at={state.run.at} clocks={clocks} />
          </span>
        )}
      </StatusLine>
      <StatusKeys>
        <KeyHint keys={['j', 'k']}>{texts.keyNext}</KeyHint>
        <KeyHint keys={['Enter']}>{texts.keyShow}</KeyHint>
        <KeyHint keys={['a']}>{texts.keyAccept}</KeyHint>
        <KeyHint keys={['x']}>{texts.keyDismiss}</KeyHint>
      </StatusKeys>
    </div>
  )
}
