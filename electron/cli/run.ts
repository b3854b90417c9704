import { Command, CommanderError } from 'commander'
import { toAppError } from '../../shared/errors.ts'
import { errorWords } from '../../shared/messages/errors.ts'
import { thisTool } from '../engine/this-tool.ts'
import { type Answer, COMMANDS } from './commands.ts'
import { EXIT, type ExitCode, UsageError } from './exit-codes.ts'
import { complain, forTerminal } from './print.ts'
import { versionText } from './version-text.ts'

/** Runs one command line and returns the exit code. Results go to stdout, everything else to stderr. */
export async function runCommandLine(words: readonly string[]): Promise<ExitCode> {
  let code: ExitCode = EXIT.done
  const answer: Answer = (given) => {
    code = given
  }
  const tool = thisTool()
  const program = new Command('trailcase')
    .description('Who signed in? Finds the sign-in records of AWS CloudTrail archives, offline.')
    .option('-V, --version', 'print the version, and the hash of the files of this program')
    .exitOverride()
    .configureOutput({ writeErr: (text) => complain(text.trimEnd()) })
  program.on('option:version', () => {
    process.stdout.write(versionText(tool))
    throw new CommanderError(EXIT.done, 'commander.version', '')
  })
  // The one that is asked for, or all of them to be listed.
  const asked = COMMANDS.get(words[0] ?? '')
  for (const load of asked === undefined ? COMMANDS.values() : [asked]) {
    const command = await load()
    program.addCommand(command(tool, answer).copyInheritedSettings(program))
  }

  try {
    await program.parseAsync(words, { from: 'user' })
    return code
  } catch (cause) {
    if (cause instanceof CommanderError) return cause.exitCode === 0 ? EXIT.done : EXIT.wrongUsage
    if (cause instanceof UsageError) {
      complain(`trailcase: ${byLine(cause.message)}`)
      return EXIT.wrongUsage
    }
    const error = toAppError(cause)
    complain(`trailcase: ${byLine(error.message)}`)
    complain(`  ${errorWords.en[error.code].advice}`)
    return ['invalid-input', 'query-unreadable'].includes(error.code) ? EXIT.wrongUsage : EXIT.withTrouble
  }
}

/** A message may name files and objects of a hostile case: only its line ends are those of the terminal. */
const byLine = (text: string) => text.split('\n').map(forTerminal).join('\n')
