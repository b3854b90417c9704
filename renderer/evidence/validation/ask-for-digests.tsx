import { validationTexts } from '../../../shared/messages/validation-screen.ts'
import { useTexts } from '../../settings/settings.tsx'
import { useEvidenceRuns } from '../evidence-runs.tsx'
import { CommandLines } from './command-lines.tsx'
import { commandsToAsk } from './commands-to-ask.ts'

/** A case without digest files: what to ask the customer for, in commands that can be copied. */
export function AskForDigests() {
  const texts = useTexts(validationTexts)
  const { coverage } = useEvidenceRuns()
  const commands = commandsToAsk(coverage.data)
  return (
    <section className="evd-ask">
      <h2>{texts.askTitle}</h2>
      <p>{texts.askText}</p>
      <h3>{texts.askDigests}</h3>
      <p>{texts.askDigestsNote}</p>
      <CommandLines commands={commands.digests} />
      <h3>{texts.askKeys}</h3>
      <p>{texts.askKeysNote}</p>
      <CommandLines commands={commands.keys} />
      <h3>{texts.askNewest}</h3>
      <p>{texts.askNewestNote}</p>
      <CommandLines commands={[commands.newest]} />
    </section>
  )
}
