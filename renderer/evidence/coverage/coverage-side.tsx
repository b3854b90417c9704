import { useState } from 'react'
import type { Coverage } from '../../../shared/domain/coverage.ts'
import { coverageScreenTexts } from '../../../shared/messages/coverage-screen.ts'
import { validationTexts } from '../../../shared/messages/validation-screen.ts'
import { countText } from '../../settings/numbers.ts'
import { useClocks, useLanguage, useTexts } from '../../settings/settings.tsx'
import { usePlace } from '../../shell/place.tsx'
import { clockInWords } from '../../timeline/clock-text.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useEvidenceRuns } from '../evidence-runs.tsx'
import { Levels } from '../validation/levels.tsx'
import { lengthWords } from './cell-words.ts'
import { FileKey } from './file-key.tsx'
import { FilesDialog } from './files-dialog.tsx'
import { Gaps } from './gaps.tsx'
import type { Spot } from './map-cells.ts'
import { coverageWarnings } from './warnings.ts'

/** So many files are named beside the map; the rest is one click away. */
const NAMED = 3

/** What stands beside the map: the levels of validation, what needs a look, gaps, files, and the delivery. */
export function CoverageSide(props: { readonly coverage: Coverage; onShow(spot: Spot): void }) {
  const { coverage } = props
  const texts = useTexts(coverageScreenTexts)
  const validation = useTexts(validationTexts)
  const language = useLanguage()
  const place = usePlace()
  const { last } = useEvidenceRuns()
  const [files, setFiles] = useState(false)
  const warnings = coverageWarnings(coverage, language)
  const all = coverage.missingFiles + coverage.damagedFiles
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it
    <aside className="evd-side" aria-label={texts.needsLook} data-region="coverage-side" tabIndex={0}>
      <section>
        <h2>{validation.levels}</h2>
        {last == null ? (
          <p className="evd-quiet">{validation.never}</p>
        ) : (
          <>
            {last.outdated && (
              <p className="evd-warn">
                <Icon name="warning" size={13} tone="warn" />
                {validation.outdated}
              </p>
            )}
            <Levels run={last} />
          </>
        )}
        <Button size="small" icon="mfa-used" onClick={() => place.go('validation')}>
          {last == null ? validation.run : validation.details}
        </Button>
      </section>
      <section>
        <h2>{texts.needsLook}</h2>
        {warnings.length === 0 && (
          <p className="evd-warn">
            <Icon name="outcome-success" size={13} tone="ok" />
            {texts.nothingToLook}
          </p>
        )}
        {warnings.map((text) => (
          <p className="evd-warn" key={text}>
            <Icon name="warning" size={13} tone="warn" />
            {text}
          </p>
        ))}
      </section>
      {all > 0 && (
        <section>
          <h2>{texts.files}</h2>
          {coverage.files.slice(0, NAMED).map((file) => (
            <FileKey key={`${file.state} ${file.key}`} file={file} />
          ))}
          <Button size="small" icon="files" onClick={() => setFiles(true)}>
            {texts.showFiles(countText(all))}
          </Button>
        </section>
      )}
      <Gaps coverage={coverage} onShow={props.onShow} />
      <Facts coverage={coverage} />
      {files && <FilesDialog coverage={coverage} onClose={() => setFiles(false)} />}
    </aside>
  )
}

function Facts({ coverage }: { readonly coverage: Coverage }) {
  const texts = useTexts(coverageScreenTexts)
  const language = useLanguage()
  const { first, second } = useClocks()
  const { firstEvent, lastEvent, delay } = coverage
  const moment = (at: number | null) =>
    at === null ? (
      texts.eventUnknown
    ) : (
      <>
        {clockInWords(at, first, language)}
        {second !== null && <small>{clockInWords(at, second, language)}</small>}
      </>
    )
  const words = (seconds: number) => lengthWords(seconds, language)
  return (
    <section>
      <h2>{texts.facts}</h2>
      <dl className="evd-facts">
        <dt>{texts.firstEvent}</dt>
        <dd>{moment(firstEvent)}</dd>
        <dt>{texts.lastEvent}</dt>
        <dd>{moment(lastEvent)}</dd>
        <dt>{texts.delay}</dt>
        <dd>
          {delay === null ? (
            texts.delayUnknown
          ) : (
            <>
              {texts.delayText(words(delay.median), words(delay.p95), words(delay.longest))}
              <small>{texts.delayOver(countText(delay.records))}</small>
            </>
          )}
        </dd>
      </dl>
    </section>
  )
}
