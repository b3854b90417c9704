import type { IntegrityRun } from '../../../shared/domain/integrity.ts'
import { validationTexts } from '../../../shared/messages/validation-screen.ts'
import { countText } from '../../settings/numbers.ts'
import { useTexts } from '../../settings/settings.tsx'
import { Icon, type IconName, type IconProps } from '../../ui/icon.tsx'
import { holdingOf } from './holding.ts'
import { type ProblemClass, problemClasses } from './problem-classes.ts'

type Sign = { readonly icon: IconName; readonly tone: NonNullable<IconProps['tone']> }

/** Only what is wrong has the sign of a failure; what could not be shown is not wrong. */
const SIGNS: Readonly<Record<ProblemClass, Sign>> = {
  invalid: { icon: 'outcome-failure', tone: 'fail' },
  missing: { icon: 'warning', tone: 'warn' },
  'no-key': { icon: 'outcome-not-stated', tone: 'mute' },
  unsigned: { icon: 'outcome-not-stated', tone: 'mute' },
  unlisted: { icon: 'outcome-not-stated', tone: 'mute' },
}

/** What came of a validation, in a sentence; where it does not hold, each class of files with its number and word. */
export function Statement({ run }: { readonly run: IntegrityRun }) {
  const texts = useTexts(validationTexts)
  const { summary } = run
  if (summary.holds) {
    const { hash, signature } = summary.logsAtLeast
    return (
      <p className="evd-statement">
        {texts.holds[holdingOf(summary)](countText(signature), countText(hash))}
      </p>
    )
  }
  const classes = problemClasses(run)
  const found = classes.some(({ problem }) => problem === 'invalid' || problem === 'missing')
  return (
    <div className="evd-statement">
      <p>{found ? texts.fails : texts.failsUnproved}</p>
      <ul>
        {classes.map(({ problem, files }) => {
          const { word, why } = texts.problems[problem]
          return (
            <li key={problem}>
              <Icon name={SIGNS[problem].icon} size={14} tone={SIGNS[problem].tone} />
              <span>
                <b>{word(countText(files))}</b>
                {why}
              </span>
            </li>
          )
        })}
      </ul>
      <p className="evd-quiet">{texts.failsRest}</p>
    </div>
  )
}
