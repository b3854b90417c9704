import type { FindingDetail, RuleInfo } from '../../shared/domain/finding.ts'
import { ATTACK_NAMES, detectionTexts } from '../../shared/messages/detections.ts'
import { ruleWords } from '../../shared/messages/rule-words.ts'
import { useClocks, useLanguage, useTexts } from '../settings/settings.tsx'
import { Button } from '../ui/button.tsx'
import { visibleText } from '../ui/visible-text.ts'
import { FindingEvents } from './finding-events.tsx'
import { FindingNotes } from './finding-notes.tsx'
import { momentText } from './finding-time.ts'
import { Judgement, type JudgementWish } from './judgement.tsx'
import { SeverityMark } from './severity.tsx'

/** One finding: what was seen apart from what it may mean, its events, and what people conclude. */
export function FindingPane(props: {
  readonly detail: FindingDetail
  readonly rule: RuleInfo | undefined
  readonly wish: JudgementWish | null
  onGranted(): void
  onShow(): void
  onShowEvent(id: number): void
  onChanged(detail: FindingDetail): void
}) {
  const { detail, rule } = props
  const { row } = detail
  const texts = useTexts(detectionTexts)
  const words = ruleWords[useLanguage()][row.rule]
  return (
    <article className="det-pane" data-region="finding" aria-label={words.title}>
      <header className="det-head">
        <SeverityMark severity={row.severity} />
        <h2>{words.title}</h2>
        <code>{row.rule}</code>
        <span className="det-grow" />
        <Button look="primary" keys={['Enter']} onClick={props.onShow}>
          {texts.showEvents(row.events)}
        </Button>
      </header>
      {row.gone && <p className="det-say">{texts.gone}</p>}
      <div className="det-three">
        <section>
          <h3>{texts.saw}</h3>
          <Seen detail={detail} />
        </section>
        <section>
          <h3>{texts.why}</h3>
          <p>{words.reason}</p>
          <h3>{texts.harmless}</h3>
          <p>{words.harmless}</p>
        </section>
        <section>
          <h3>{texts.looks}</h3>
          <p>{words.looks}</p>
          <h3>{texts.cannotSee}</h3>
          <p>{words.blind ?? texts.cannotSeeAny}</p>
        </section>
      </div>
      <dl className="det-origin">
        <dt>ATT&CK</dt>
        <dd>
          {(rule?.attack ?? []).map((id) => (
            <span key={id}>
              <b>{id}</b> {ATTACK_NAMES[id] ?? ''}
            </span>
          ))}
        </dd>
        <dt>{texts.source}</dt>
        <dd>{rule?.source ?? texts.ownIdea}</dd>
      </dl>
      <Judgement
        key={row.id}
        detail={detail}
        wish={props.wish}
        onGranted={props.onGranted}
        onChanged={props.onChanged}
      />
      <FindingEvents key={`events ${row.id}`} row={row} onShow={props.onShowEvent} />
      <FindingNotes key={`notes ${row.id}`} detail={detail} onChanged={props.onChanged} />
    </article>
  )
}

/** The counts, each from the records; names and tries with a hidden name stay apart. */
function Seen(props: { readonly detail: FindingDetail }) {
  const { row, facts } = props.detail
  const texts = useTexts(detectionTexts)
  const language = useLanguage()
  const clocks = useClocks()
  const moment = (seconds: number) => momentText(seconds, clocks, language)
  const lines = [
    texts.sawLine(row.events),
    ...(row.firstTime === null || row.lastTime === null
      ? [texts.noTime]
      : [
          row.firstTime === row.lastTime
            ? moment(row.firstTime)
            : texts.between(moment(row.firstTime), moment(row.lastTime)),
        ]),
    texts.outcomes(facts.failures, facts.successes),
    listed(facts.nameCount, facts.names, texts.names),
    ...(facts.hidden > 0 ? [texts.hiddenTries(facts.hidden)] : []),
    listed(facts.addressCount, facts.addresses, texts.addresses),
    ...(facts.matched > row.events ? [texts.kept(row.events, facts.matched)] : []),
  ]
  return (
    <ul className="det-seen">
      {lines.map((line) => (
        <li key={line}>{visibleText(line)}</li>
      ))}
    </ul>
  )
}

function listed(count: number, first: readonly string[], say: (count: number) => string): string {
  if (count === 0) return say(0)
  return `${say(count)}: ${first.join(', ')}${count > first.length ? ' …' : ''}`
}
