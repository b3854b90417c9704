import { useCallback, useState } from 'react'
import {
  INTEGRITY_VIEWS,
  type IntegrityCheck,
  type IntegrityRun,
  type IntegrityVerdict,
  type IntegrityView,
} from '../../../shared/domain/integrity.ts'
import { integrityReasonWords, integrityVerdictWords } from '../../../shared/messages/integrity.ts'
import { validationTexts } from '../../../shared/messages/validation-screen.ts'
import { useBackend } from '../../backend.tsx'
import { lastName } from '../../import/last-name.ts'
import { countText } from '../../settings/numbers.ts'
import { useLanguage, useTexts } from '../../settings/settings.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Icon, type IconName, type IconProps } from '../../ui/icon.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { visibleText } from '../../ui/visible-text.ts'
import { UnfoldingList } from '../unfolding-list.tsx'
import { usePages } from '../use-pages.ts'
import { CheckFacts } from './check-facts.tsx'

const LINE = 40

const signs: Record<
  IntegrityVerdict,
  { readonly icon: IconName; readonly tone: NonNullable<IconProps['tone']> }
> = {
  valid: { icon: 'outcome-success', tone: 'ok' },
  invalid: { icon: 'outcome-failure', tone: 'fail' },
  missing: { icon: 'close', tone: 'fail' },
  'not-authenticated': { icon: 'warning', tone: 'warn' },
  'not-checked': { icon: 'outcome-not-stated', tone: 'mute' },
}

/** Every file of the last validation with its verdict, in five views. */
export function CheckList({ run }: { readonly run: IntegrityRun }) {
  const texts = useTexts(validationTexts)
  const [view, setView] = useState<IntegrityView>(run.counts.problems > 0 ? 'problems' : 'all')
  return (
    <section className="evd-checks" aria-label={texts.checks}>
      <header>
        <h2>{texts.checks}</h2>
        <Segmented
          size="small"
          label={texts.checks}
          value={view}
          options={INTEGRITY_VIEWS.map((value) => ({
            value,
            label: (
              <>
                {texts.views[value]}{' '}
                <span className="ui-segmented-aside">{countText(run.counts[value])}</span>
              </>
            ),
          }))}
          onChange={setView}
        />
      </header>
      <ViewOfChecks key={`${run.id} ${view}`} view={view} total={run.counts[view]} />
    </section>
  )
}

function ViewOfChecks({ view, total }: { readonly view: IntegrityView; readonly total: number }) {
  const backend = useBackend()
  const texts = useTexts(validationTexts)
  const ask = useCallback(
    async (offset: number, limit: number) =>
      (await backend.call('integrity.checks', { view, offset, limit })).rows,
    [backend, view],
  )
  const pages = usePages<IntegrityCheck>(ask)
  if (pages.error !== null) return <ErrorNote error={pages.error} onRetry={pages.retry} />
  if (total === 0) {
    return <EmptyState icon={view === 'problems' ? 'outcome-success' : 'files'} title={texts.empty[view]} />
  }
  return (
    <UnfoldingList
      label={texts.checks}
      count={total}
      lineHeight={LINE}
      region="checks"
      need={pages.need}
      line={(index) => <CheckLine check={pages.rowAt(index)} />}
      details={(index) => {
        const check = pages.rowAt(index)
        return check !== undefined && <CheckFacts check={check} />
      }}
    />
  )
}

function CheckLine({ check }: { readonly check: IntegrityCheck | undefined }) {
  const texts = useTexts(validationTexts)
  const language = useLanguage()
  if (check === undefined) return <span className="evd-waiting" />
  const sign = signs[check.verdict]
  const reasons = integrityReasonWords[language]
  return (
    <span className="evd-check-line">
      <span className={`evd-verdict evd-verdict-${check.verdict}`}>
        <Icon name={sign.icon} size={13} tone={sign.tone} />
        {integrityVerdictWords[language][check.verdict]}
      </span>
      <span className="evd-kind">{texts.kinds[check.kind]}</span>
      <span className="evd-object">
        <code className="evd-object-line" title={visibleText(check.object)}>
          {visibleText(lastName(check.object))}
        </code>
        <small className="evd-object-line">
          {check.backfill && `${texts.backfill} · `}
          {check.reasons.map((reason) => reasons[reason]).join(texts.space)}
        </small>
      </span>
    </span>
  )
}
