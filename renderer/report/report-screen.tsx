import './report.css'
import { emptyFilter, isEmptyFilter } from '../../shared/domain/filter.ts'
import { plainReport } from '../../shared/domain/report.ts'
import { paperTexts } from '../../shared/messages/paper-screen.ts'
import { reportScreenTexts } from '../../shared/messages/report-screen.ts'
import { useImportRun } from '../import/import-run.tsx'
import { useSettings, useTexts } from '../settings/settings.tsx'
import { zoneNames } from '../settings/zone-names.ts'
import { DetailsFields } from '../shell/details-fields.tsx'
import { usePlace } from '../shell/place.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { Select } from '../ui/select.tsx'
import { useKept } from '../ui/use-kept.ts'
import { ExhibitChoicePanel } from './exhibit-choice.tsx'
import { OwnWords } from './own-words.tsx'
import { PreviewPane } from './preview-pane.tsx'
import { ReportChecks } from './report-checks.tsx'
import { ReportContents } from './report-contents.tsx'
import { SavePanel } from './save-panel.tsx'
import { useChoices } from './use-choices.ts'
import { usePreview } from './use-preview.ts'

const NOTHING_YET = { ...plainReport, language: null, zone: null }

/** Form on the left, the real PDF on the right. */
export function ReportScreen() {
  const texts = useTexts(reportScreenTexts)
  const paper = useTexts(paperTexts)
  const settings = useSettings()
  const place = usePlace()
  const reading = useImportRun().state === 'running'
  // Until they are chosen here, language and zone follow the window.
  const of = place.summary.path
  const { choices: kept, error, change, keep } = useChoices()
  const [listed, setListed] = useKept<'all' | 'filter'>(`${of} report listing`, 'all')
  const { language: ownLanguage, zone: ownZone, ...choices } = kept ?? NOTHING_YET
  const language = ownLanguage ?? settings.language
  const zone = ownZone ?? settings.zone
  const filtered = listed === 'filter' && !isEmptyFilter(place.filter)
  const filter = filtered ? place.filter : emptyFilter
  const state = usePreview(place.summary, { ...choices, language, zone, filter }, reading || kept === null)

  return (
    <div className="report">
      <section className="report-form" aria-label={texts.heading} data-region="form">
        <div className="report-scroll">
          <h1>{texts.heading}</h1>
          <Button size="small" look="link" onClick={() => place.go('paper')}>
            {paper.toPaper}
          </Button>
          <DetailsFields />
          <div className="report-choices">
            <div className="ui-field">
              <span className="shell-setting">{texts.language}</span>
              <Segmented
                label={texts.language}
                value={language}
                options={[
                  { value: 'en', label: 'English', lang: 'en' },
                  { value: 'ja', label: '日本語', lang: 'ja' },
                ]}
                onChange={(value) => change({ language: value })}
              />
            </div>
            <Select
              label={texts.zone}
              value={zone}
              options={zoneNames(zone).map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
              onChange={(value) => change({ zone: value })}
            />
            {!isEmptyFilter(place.filter) && (
              <div className="ui-field ui-field-wide">
                <span className="shell-setting">{texts.listed}</span>
                <Segmented
                  label={texts.listed}
                  value={listed}
                  options={[
                    { value: 'all', label: texts.listedAll },
                    { value: 'filter', label: texts.listedFilter },
                  ]}
                  onChange={setListed}
                />
              </div>
            )}
          </div>
          {error !== null && <ErrorNote error={error} compact onRetry={keep} />}
          <ReportContents filter={filter} choices={choices} onChange={change} />
          <ExhibitChoicePanel choices={choices} onChange={change} />
          <OwnWords choices={choices} onChange={change} />
          <ReportChecks />
        </div>
        <SavePanel preview={state.preview} making={state.making} filter={filter} onStale={state.refresh} />
      </section>
      <PreviewPane state={state} reading={reading} />
    </div>
  )
}
