import {
  INTEGRITY_VERDICTS,
  type IntegrityRun,
  type IntegritySummary,
} from '../../../shared/domain/integrity.ts'
import { integrityReasonWords, integrityVerdictWords } from '../../../shared/messages/integrity.ts'
import { validationTexts } from '../../../shared/messages/validation-screen.ts'
import { lastName } from '../../import/last-name.ts'
import { NoteTime } from '../../notes/note-time.tsx'
import { countText } from '../../settings/numbers.ts'
import { useClocks, useLanguage, useTexts } from '../../settings/settings.tsx'
import { Icon } from '../../ui/icon.tsx'
import { visibleText } from '../../ui/visible-text.ts'
import { Levels } from './levels.tsx'
import { Statement } from './statement.tsx'

/** The outcome of a validation: one statement, the levels, the counts, why, and the key lists. */
export function RunSummary({ run }: { readonly run: IntegrityRun }) {
  const texts = useTexts(validationTexts)
  const clocks = useClocks()
  const { summary } = run
  return (
    <div className="evd-summary">
      <Statement run={run} />
      <p className="evd-quiet">
        {texts.lastRun(run.author === '' ? texts.unnamed : visibleText(run.author))}
        {' · '}
        <NoteTime at={run.at} clocks={clocks} />
      </p>
      <h2>{texts.levels}</h2>
      <Levels run={run} />
      <Verdicts summary={summary} />
      <Reasons run={run} />
      <h2>{texts.keys}</h2>
      {summary.keyFiles.length === 0 && <p className="evd-quiet">{texts.keysNone}</p>}
      {summary.keyFiles.map(({ path, sha256, keys }) => (
        <p className="evd-key" key={path} title={`${visibleText(path)}\nSHA-256 ${sha256}`}>
          <Icon name="lock" size={13} />
          {texts.keyFile(visibleText(lastName(path)), countText(keys))}
        </p>
      ))}
    </div>
  )
}

function Verdicts({ summary }: { readonly summary: IntegritySummary }) {
  const texts = useTexts(validationTexts)
  const words = integrityVerdictWords[useLanguage()]
  const hasLake = Object.values(summary.lake).some((count) => count > 0)
  const kinds = [
    ['digests', texts.digestFiles],
    ['logs', texts.logFiles],
    ...(hasLake ? ([['lake', texts.lakeFiles]] as const) : []),
  ] as const
  return (
    <table className="evd-verdicts">
      <caption>{texts.counts}</caption>
      <thead>
        <tr>
          <td />
          {kinds.map(([kind, name]) => (
            <th key={kind} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {INTEGRITY_VERDICTS.map((verdict) => (
          <tr key={verdict}>
            <th scope="row">{words[verdict]}</th>
            {kinds.map(([kind]) => (
              <td key={kind} className={summary[kind][verdict] === 0 ? 'evd-zero' : undefined}>
                {countText(summary[kind][verdict])}
              </td>
            ))}
          </tr>
        ))}
        <tr className="evd-total">
          <th scope="row">{texts.all}</th>
          {kinds.map(([kind]) => (
            <td key={kind}>{countText(Object.values(summary[kind]).reduce((sum, n) => sum + n, 0))}</td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}

function Reasons({ run }: { readonly run: IntegrityRun }) {
  const texts = useTexts(validationTexts)
  const words = integrityReasonWords[useLanguage()]
  return (
    <>
      <h2>{texts.why}</h2>
      {run.reasons.length === 0 && <p className="evd-quiet">{texts.whyNone}</p>}
      <ul className="evd-reasons">
        {run.reasons.map(({ kind, reason, files }) => (
          <li key={`${kind} ${reason}`}>
            <b>{countText(files)}</b>
            <span className="evd-kind">{texts.kinds[kind]}</span>
            <span>{words[reason]}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
