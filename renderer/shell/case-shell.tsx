import './shell.css'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { CaseSummary } from '../../shared/domain/case.ts'
import { emptyFilter } from '../../shared/domain/filter.ts'
import { useEvent } from '../backend.tsx'
import { DetectionsProvider } from '../detections/detections-run.tsx'
import { DetectionsScreen } from '../detections/detections-screen.tsx'
import { CoverageScreen } from '../evidence/coverage/coverage-screen.tsx'
import { CustodyScreen } from '../evidence/custody/custody-screen.tsx'
import { EvidenceRunsProvider } from '../evidence/evidence-runs.tsx'
import { ValidationScreen } from '../evidence/validation/validation-screen.tsx'
import { useImportRun } from '../import/import-run.tsx'
import { ImportScreen } from '../import/import-screen.tsx'
import { KnownProvider } from '../known/known-lists.tsx'
import { CommandsProvider } from '../palette/commands.tsx'
import { Palette } from '../palette/palette.tsx'
import { ShellCommands } from '../palette/shell-commands.tsx'
import { PatternsScreen } from '../patterns/patterns-screen.tsx'
import { ReportScreen } from '../report/report-screen.tsx'
import { useSettings } from '../settings/settings.tsx'
import { SqlScreen } from '../sql/sql-screen.tsx'
import { TimelineScreen } from '../timeline/timeline-screen.tsx'
import { behindDialog, useShortcuts } from '../ui/shortcuts.ts'
import { PaperScreen } from '../work-paper/paper-screen.tsx'
import { useCaseDesk } from './case-desk.tsx'
import { CustodyBanner } from './custody-banner.tsx'
import { type Place, PlaceContext, type Screen } from './place.tsx'
import { nextRegion } from './regions.ts'
import { StatusFrame } from './status-bar.tsx'
import { TopBar } from './top-bar.tsx'

const screens: Record<Screen, () => React.ReactNode> = {
  timeline: TimelineScreen,
  detections: DetectionsScreen,
  coverage: CoverageScreen,
  validation: ValidationScreen,
  custody: CustodyScreen,
  patterns: PatternsScreen,
  sql: SqlScreen,
  report: ReportScreen,
  paper: PaperScreen,
  sources: ImportScreen,
}

/** The window with a case open: top bar, one screen, status bar. */
export function CaseShell(props: { readonly summary: CaseSummary }) {
  const { summary } = props
  const desk = useCaseDesk()
  const settings = useSettings()
  const run = useImportRun()
  const [screen, setScreen] = useState<Screen>(run.state === 'idle' ? 'timeline' : 'sources')
  const [filter, setFilter] = useState(emptyFilter)
  const [searchWanted, setSearchWanted] = useState(false)
  const [finding, setFinding] = useState<number | null>(null)
  const [eventWanted, setEventWanted] = useState<number | null>(null)

  // A new import is what the user wants to watch, from whichever screen it was started.
  const turn = useRef(run.turn)
  useEffect(() => {
    if (run.turn !== turn.current) setScreen('sources')
    turn.current = run.turn
  }, [run.turn])

  const place = useMemo<Place>(
    () => ({
      summary,
      screen,
      go: setScreen,
      filter,
      setFilter,
      searchWanted,
      searchFound: () => setSearchWanted(false),
      finding,
      chooseFinding: setFinding,
      eventWanted,
      showEvent: (id) => {
        setEventWanted(id)
        setScreen('timeline')
      },
      eventFound: () => setEventWanted(null),
      setSummary: desk.setSummary,
    }),
    [summary, screen, filter, searchWanted, finding, eventWanted, desk.setSummary],
  )
  const find = () => {
    if (behindDialog()) return
    setScreen('timeline')
    setSearchWanted(true)
  }
  const swapZones = () => settings.change({ firstClock: settings.firstClock === 'utc' ? 'zone' : 'utc' })
  const [palette, setPalette] = useState(false)
  useShortcuts({
    'mod+k': () => setPalette(true),
    'g t': () => setScreen('timeline'),
    'g d': () => setScreen('detections'),
    'g c': () => setScreen('coverage'),
    'g v': () => setScreen('validation'),
    'g l': () => setScreen('custody'),
    'g p': () => setScreen('patterns'),
    'g s': () => setScreen('sql'),
    'g r': () => setScreen('report'),
    'g w': () => setScreen('paper'),
    'g f': () => setScreen('sources'),
    'mod+f': find,
    z: swapZones,
    f6: (event) => nextRegion(event.shiftKey ? -1 : 1),
  })
  useEvent('menu.command', ({ command }) => {
    if (command === 'report') setScreen('report')
    else if (command === 'find') find()
    else if (command === 'close-case' && run.state !== 'running') void desk.close()
  })

  const Current = screens[screen]
  return (
    <PlaceContext value={place}>
      <KnownProvider>
        <DetectionsProvider>
          <EvidenceRunsProvider>
            <CommandsProvider>
              <ShellCommands swapZones={swapZones} />
              <div className="shell">
                <StatusFrame>
                  <TopBar onCommands={() => setPalette(true)} />
                  <CustodyBanner />
                  <div className="shell-screen" key={screen}>
                    <Current />
                  </div>
                </StatusFrame>
              </div>
              {palette && <Palette onClose={() => setPalette(false)} />}
            </CommandsProvider>
          </EvidenceRunsProvider>
        </DetectionsProvider>
      </KnownProvider>
    </PlaceContext>
  )
}
