import { useEffect, useRef, useState } from 'react'
import type { Coverage } from '../../../shared/domain/coverage.ts'
import { emptyFilter } from '../../../shared/domain/filter.ts'
import { dateInWords, readClock } from '../../../shared/domain/time.ts'
import { coverageScreenTexts } from '../../../shared/messages/coverage-screen.ts'
import { countText } from '../../settings/numbers.ts'
import { useLanguage, useSettings, useTexts } from '../../settings/settings.tsx'
import { usePlace } from '../../shell/place.tsx'
import { StatusKeys, StatusLine } from '../../shell/status-bar.tsx'
import { clockLabel } from '../../timeline/clock-text.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { KeyHint } from '../../ui/keys.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import { EvidenceFrame } from '../evidence-frame.tsx'
import { useEvidenceRuns } from '../evidence-runs.tsx'
import { CoverageMap, type MapFocus } from './coverage-map.tsx'
import { CoverageSide } from './coverage-side.tsx'
import { CoverageSums } from './coverage-sums.tsx'
import { DayHours } from './day-hours.tsx'
import { firstSpot, type MapUnit, momentOf, type Spot } from './map-cells.ts'
import { SignInRegions } from './sign-in-regions.tsx'

/** Which hours of which accounts and regions the files cover. */
export function CoverageScreen() {
  const texts = useTexts(coverageScreenTexts)
  const { coverage, wantCoverage, progress } = useEvidenceRuns()
  useEffect(() => wantCoverage(), [wantCoverage])
  const { data, error, loading, slow } = coverage
  return (
    <EvidenceFrame
      actions={
        <Button look="ghost" size="small" busy={loading} icon="again" onClick={coverage.refetch}>
          {texts.again}
        </Button>
      }
    >
      {error !== undefined && <ErrorNote error={error} onRetry={coverage.refetch} />}
      {data === undefined ? (
        <div className="evd-page">
          <h1>{texts.title}</h1>
          {loading && slow && (
            <>
              <p className="evd-quiet" role="status">
                {progress === null
                  ? texts.begins
                  : texts.reading(countText(progress.done), countText(progress.total))}
              </p>
              <SkeletonRows rows={8} height={28} />
            </>
          )}
        </div>
      ) : (
        <CoverageParts coverage={data} />
      )}
    </EvidenceFrame>
  )
}

function CoverageParts({ coverage }: { readonly coverage: Coverage }) {
  const texts = useTexts(coverageScreenTexts)
  return (
    <div className="evd-coverage">
      {coverage.period === null ? (
        <main className="evd-main">
          <h1>{texts.title}</h1>
          <EmptyState icon="coverage" title={texts.emptyTitle}>
            {texts.emptyText}
          </EmptyState>
        </main>
      ) : (
        <MapPart key={coverage.period.from} coverage={coverage} period={coverage.period} />
      )}
    </div>
  )
}

function MapPart(props: { readonly coverage: Coverage; readonly period: NonNullable<Coverage['period']> }) {
  const { coverage, period } = props
  const { rows } = coverage
  const texts = useTexts(coverageScreenTexts)
  const language = useLanguage()
  const { zone } = useSettings()
  const place = usePlace()
  const [unit, setUnit] = useState<MapUnit>('day')
  const [wanted, setSpot] = useState<Spot>(() => firstSpot(rows))
  const map = useRef<MapFocus>(null)
  const hours = useRef<MapFocus>(null)
  // The map may have been drawn anew with fewer rows.
  const spot = rows[wanted.row] === undefined ? firstSpot(rows) : wanted
  const row = rows[spot.row]
  if (row === undefined) return null

  const showSignIns = (from: number, to: number) => {
    place.setFilter({
      ...emptyFilter,
      chosen: [
        { facet: 'account', key: row.account, not: false },
        { facet: 'region', key: row.region, not: false },
      ],
      from: momentOf(period, from),
      to: momentOf(period, to),
    })
    place.go('timeline')
  }
  const midnight = readClock(momentOf(period, 0), zone).time.slice(0, 5)
  return (
    <>
      <main className="evd-main">
        <header className="evd-title">
          <h1>{texts.title}</h1>
          <span className="evd-grow" />
          <Segmented
            label={texts.unit}
            value={unit}
            options={[
              { value: 'day', label: texts.days },
              { value: 'hour', label: texts.hours },
            ]}
            onChange={setUnit}
          />
        </header>
        <p className="evd-zone">
          {zone === 'UTC' ? texts.zoneNoteUtc : texts.zoneNote(midnight, clockLabel(zone, language))}
        </p>
        <CoverageSums coverage={coverage} />
        <CoverageMap
          period={period}
          rows={rows}
          unit={unit}
          spot={spot}
          handle={map}
          onMove={setSpot}
          onOpen={() => (unit === 'day' ? hours.current?.focus() : showSignIns(spot.hour, spot.hour + 1))}
        />
        <DayHours
          coverage={coverage}
          period={period}
          row={row}
          spot={spot}
          handle={hours}
          onMove={setSpot}
          onBack={() => map.current?.focus()}
          onShow={showSignIns}
        />
        <SignInRegions coverage={coverage} />
      </main>
      <CoverageSide
        coverage={coverage}
        onShow={(to) => {
          setSpot(to)
          window.requestAnimationFrame(() => map.current?.focus())
        }}
      />
      <StatusLine>
        <span>{texts.period(dateInWords(period.from, language), dateInWords(period.to, language))}</span>
      </StatusLine>
      <StatusKeys>
        <KeyHint keys={['←', '→', '↑', '↓']}>{texts.keyMove}</KeyHint>
        <KeyHint keys={['[', ']']}>{texts.keyProblem}</KeyHint>
        <KeyHint keys={['Enter']}>{unit === 'day' ? texts.keyHours : texts.keyRecords}</KeyHint>
      </StatusKeys>
    </>
  )
}
