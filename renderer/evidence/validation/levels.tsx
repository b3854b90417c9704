import type { IntegrityRun } from '../../../shared/domain/integrity.ts'
import { validationTexts } from '../../../shared/messages/validation-screen.ts'
import { countText } from '../../settings/numbers.ts'
import { useTexts } from '../../settings/settings.tsx'
import { Icon, type IconName, type IconProps } from '../../ui/icon.tsx'
import { type LevelFacts, type LevelState, levelFacts } from './level-facts.ts'

const signs: Record<LevelState, { readonly icon: IconName; readonly tone: NonNullable<IconProps['tone']> }> =
  {
    holds: { icon: 'outcome-success', tone: 'ok' },
    exceptions: { icon: 'warning', tone: 'warn' },
    wrong: { icon: 'outcome-failure', tone: 'fail' },
    unchecked: { icon: 'outcome-not-stated', tone: 'mute' },
  }

/** The three levels in plain words: how many files reach each, and what could not be checked. */
export function Levels({ run }: { readonly run: IntegrityRun }) {
  const texts = useTexts(validationTexts)
  const facts = levelFacts(run)
  return (
    <ol className="evd-levels" aria-label={texts.levels}>
      <Level
        number={1}
        state={facts.states[1]}
        title={texts.level1}
        text={firstLevel(facts, texts).join(texts.space)}
      />
      <Level
        number={2}
        state={facts.states[2]}
        title={texts.level2}
        text={secondLevel(facts, texts).join(texts.space)}
      />
      <Level
        number={3}
        state={facts.states[3]}
        title={texts.level3}
        text={thirdLevel(facts, texts).join(texts.space)}
      />
    </ol>
  )
}

type Texts = (typeof validationTexts)['en']

function firstLevel(facts: LevelFacts, texts: Texts): string[] {
  if (facts.digests === 0) return [texts.noDigests]
  return [
    texts.logsMatch(countText(facts.logsMatch), countText(facts.logs)),
    ...(facts.logsDiffer > 0 ? [texts.logsDiffer(countText(facts.logsDiffer))] : []),
    ...(facts.logsMissing > 0 ? [texts.logsMissing(countText(facts.logsMissing))] : []),
    ...(facts.logsUnlisted > 0 ? [texts.logsUnlisted(countText(facts.logsUnlisted))] : []),
  ]
}

function secondLevel(facts: LevelFacts, texts: Texts): string[] {
  if (facts.digests === 0) return [texts.noDigests]
  return [
    texts.digestsChain(countText(facts.digestsChain), countText(facts.digests)),
    ...(facts.gaps > 0 ? [texts.gaps(countText(facts.gaps))] : []),
    ...(facts.digestsSigned === 0 ? [texts.notAuthenticated] : []),
  ]
}

function thirdLevel(facts: LevelFacts, texts: Texts): string[] {
  if (facts.digests === 0) return [texts.noDigests]
  if (!facts.hasKeys) return [texts.noKeys]
  return [
    texts.digestsSigned(
      countText(facts.digestsSigned),
      countText(facts.digests),
      countText(facts.logsSigned),
    ),
    ...(facts.signaturesOutside > 0 ? [texts.signaturesOutside(countText(facts.signaturesOutside))] : []),
  ]
}

function Level(props: {
  readonly number: number
  readonly state: LevelState
  readonly title: string
  readonly text: string
}) {
  const sign = signs[props.state]
  return (
    <li>
      <Icon name={sign.icon} size={16} tone={sign.tone} />
      <div>
        <b>
          <span aria-hidden="true">{props.number}</span> {props.title}
        </b>
        <span className="evd-level-text">{props.text}</span>
      </div>
    </li>
  )
}
