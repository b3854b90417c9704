import { useEffect } from 'react'
import { emptyFilter } from '../../shared/domain/filter.ts'
import { reportScreenTexts } from '../../shared/messages/report-screen.ts'
import { useCall } from '../backend.tsx'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { usePlace } from '../shell/place.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { caseReconciles } from './case-reconciles.ts'

/** What should hold before a report goes out, each looked up anew in the case. */
export function ReportChecks() {
  const texts = useTexts(reportScreenTexts)
  const { summary, go } = usePlace()
  const ledger = useCall('import.ledger', { view: 'attention', offset: 0, limit: 1 })
  const facets = useCall('timeline.facets', emptyFilter)
  const custody = useCall('custody.check', undefined)
  const { refetch: again } = custody
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new entry makes the old check say too little
  useEffect(again, [summary.custody.entries])

  const sums =
    ledger.data === undefined || facets.data === undefined
      ? null
      : caseReconciles(summary, ledger.data.counts, facets.data)
  const damaged = ledger.data?.counts.damaged
  const { examiner, examinerRole, examinerQualification } = summary.details
  const examined = examiner.trim() !== ''
  const able = examinerRole.trim() !== '' && examinerQualification.trim() !== ''
  return (
    <section className="report-checks">
      <h2 className="ui-small-heading">{texts.before}</h2>
      <ul>
        <Check holds={sums} good={texts.reconcileOk} bad={texts.reconcileBad} />
        <Check
          holds={custody.data?.intact ?? null}
          good={texts.custodyOk}
          bad={texts.custodyBad(countText(custody.data?.firstBroken ?? 0))}
        />
        <Check
          holds={damaged === undefined ? null : damaged === 0}
          good={texts.damagedNone}
          bad={texts.damagedSome(countText(damaged ?? 0))}
          action={
            <Button look="link" size="small" onClick={() => go('sources')}>
              {texts.showFiles}
            </Button>
          }
        />
        <Check holds={examined} good={texts.examinerOk} bad={texts.examinerMissing} />
        <Check holds={able} good={texts.roleOk} bad={texts.roleMissing} />
        {summary.signIns === 0 && <Check holds={false} good="" bad={texts.emptyCase} />}
      </ul>
    </section>
  )
}

function Check(props: {
  readonly holds: boolean | null
  readonly good: string
  readonly bad: string
  readonly action?: React.ReactNode
}) {
  const texts = useTexts(reportScreenTexts)
  if (props.holds === null) {
    return (
      <li>
        <Icon name="waiting" size={13} tone="mute" />
        {texts.checking}
      </li>
    )
  }
  return (
    <li>
      <Icon name={props.holds ? 'outcome-success' : 'warning'} size={13} tone={props.holds ? 'ok' : 'warn'} />
      <span>{props.holds ? props.good : props.bad}</span>
      {!props.holds && props.action}
    </li>
  )
}
