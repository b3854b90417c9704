import { Command, CommanderError } from 'commander'
import { toAppError } from '../../shared/errors.ts'
import { errorWords } from '../../shared/messages/errors.ts'
import { thisTool } from '../engine/this-tool.ts'
import { checkCommand } from './commands/check.ts'
import { coverageCommand } from './commands/coverage.ts'
import { custodyCommand } from './commands/custody.ts'
import { describeCommand } from './commands/describe.ts'
import { detectCommand } from './commands/detect.ts'
import { importCommand } from './commands/import.ts'
import { listCommand } from './commands/list.ts'
import { matchCommand } from './commands/match.ts'
import { noteCommand } from './commands/note.ts'
import { packageCommand } from './commands/package.ts'
import { reportCommand } from './commands/report.ts'
import { sampleCommand } from './commands/sample.ts'
import { showCommand } from './commands/show.ts'
import { sqlCommand } from './commands/sql.ts'
import { verifyCommand } from './commands/verify.ts'
import { workPaperCommand } from './commands/work-paper.ts'
import { EXIT, type ExitCode, UsageError } from './exit-codes.ts'
import { complain, forTerminal } from './print.ts'
import { versionText } from './version-text.ts'

/** How a command hands its exit code back; a command that says nothing was done well. */
export type Answer = (code: ExitCode) => void

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
  for (const command of [
    importCommand,
    listCommand,
    showCommand,
    sqlCommand,
    matchCommand,
    noteCommand,
    describeCommand,
    detectCommand,
    reportCommand,
    packageCommand,
    checkCommand,
    coverageCommand,
    verifyCommand,
    workPaperCommand,
    custodyCommand,
    sampleCommand,
  ]) {
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
