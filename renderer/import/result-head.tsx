import type { ImportOutcome } from '../../shared/domain/source.ts'
import { importTexts, sourceReasonText } from '../../shared/messages/import.ts'
import { countText } from '../settings/numbers.ts'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { usePlace } from '../shell/place.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { visibleText } from '../ui/visible-text.ts'
import { useImportRun } from './import-run.tsx'
import { filesDone } from './import-sums.ts'
import { lastName } from './last-name.ts'
import { cutByLimit } from './limit-reasons.ts'

const NAMED = 3

/**
 * The end of an import in one calm sentence, and by name, place and cause the files that were not read whole though
 * they hold records, or may.
 */
export function ResultHead(props: { readonly outcome: ImportOutcome }) {
  const texts = useTexts(importTexts)
  const language = useLanguage()
  const { summary, go } = usePlace()
  const run = useImportRun()
  const { outcome } = props
  const { sums } = outcome
  const notWhole = [...outcome.failed, ...outcome.skipped.filter(({ code }) => code === 'form-not-known')]
  return (
    <>
      <div className="import-head" role="status">
        <div>
          <h1>
            <Icon
              name={outcome.stopped ? 'stop' : 'outcome-success'}
              size={18}
              tone={outcome.stopped ? 'mute' : 'ok'}
            />
            {outcome.stopped ? texts.stopped : texts.done}
          </h1>
          <p>{useSentence(outcome, summary.signIns)}</p>
          {sums.renewed > 0 && <p>{texts.renewed(countText(sums.renewed))}</p>}
          {sums.withdrawn > 0 && <p>{texts.withdrawn(countText(sums.withdrawn))}</p>}
        </div>
        {outcome.stopped && (
          <Button icon="again" onClick={() => run.start(run.paths)}>
            {texts.readRest}
          </Button>
        )}
        <Button look="primary" icon="timeline" keys={['g', 't']} onClick={() => go('timeline')}>
          {texts.openTimeline}
        </Button>
      </div>
      {notWhole.length > 0 && (
        <div className="import-damaged">
          <h2 className="ui-small-heading">{texts.notWhole}</h2>
          <ul>
            {notWhole.slice(0, NAMED).map((trouble) => (
              <li key={trouble.path}>
                <Icon name="warning" tone="warn" size={13} />
                <code title={visibleText(trouble.path)}>{visibleText(lastName(trouble.path))}</code>
                <span title={trouble.message}>
                  {sourceReasonText(
                    language,
                    {
                      reason: trouble.code,
                      offset: trouble.offset,
                      offsetIn: trouble.offsetIn,
                      records: null,
                    },
                    countText,
                  )}
                </span>
              </li>
            ))}
          </ul>
          {notWhole.length > NAMED && <small>{texts.moreNotWhole(countText(notWhole.length - NAMED))}</small>}
          {cutByLimit(outcome) > 0 && (
            <p>
              {texts.limitNote}{' '}
              <Button look="link" size="small" onClick={() => run.start(run.paths, true)}>
                {texts.raiseLimits}
              </Button>
            </p>
          )}
        </div>
      )}
    </>
  )
}

function useSentence(outcome: ImportOutcome, signIns: number): string {
  const texts = useTexts(importTexts)
  const { sums } = outcome
  const all = countText(signIns)
  if (outcome.stopped) {
    return texts.resultStopped(countText(sums.found), countText(filesDone(sums)), all)
  }
  const seconds = outcome.seconds < 0.05 ? '< 0.1' : outcome.seconds.toFixed(1)
  const rest = [
    sums.partial > 0 ? texts.restPartial(countText(sums.partial)) : '',
    sums.failed > 0 ? texts.restFailed(countText(sums.failed)) : '',
    sums.skipped > 0 ? texts.restSkipped(countText(sums.skipped)) : '',
  ].filter((part) => part !== '')
  if (rest.length === 0) return texts.resultWhole(countText(sums.found), all, seconds)
  return texts.resultMixed(
    countText(sums.found),
    countText(sums.read),
    rest.join(texts.restJoin),
    all,
    seconds,
  )
}
