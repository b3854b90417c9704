import type { Command } from 'commander'
import type { ToolInfo } from '../engine/tool.ts'
import type { ExitCode } from './exit-codes.ts'

/** How a command hands its exit code back; a command that says nothing was done well. */
export type Answer = (code: ExitCode) => void

type MakeCommand = (tool: ToolInfo, answer: Answer) => Command

/**
 * The commands by name, in the order of the help. Each is loaded when it is wanted: what makes a report takes longer to
 * load than most commands take to run.
 */
export const COMMANDS: ReadonlyMap<string, () => Promise<MakeCommand>> = new Map([
  ['import', async () => (await import('./commands/import.ts')).importCommand],
  ['list', async () => (await import('./commands/list.ts')).listCommand],
  ['show', async () => (await import('./commands/show.ts')).showCommand],
  ['sql', async () => (await import('./commands/sql.ts')).sqlCommand],
  ['match', async () => (await import('./commands/match.ts')).matchCommand],
  ['note', async () => (await import('./commands/note.ts')).noteCommand],
  ['describe', async () => (await import('./commands/describe.ts')).describeCommand],
  ['detect', async () => (await import('./commands/detect.ts')).detectCommand],
  ['report', async () => (await import('./commands/report.ts')).reportCommand],
  ['package', async () => (await import('./commands/package.ts')).packageCommand],
  ['check', async () => (await import('./commands/check.ts')).checkCommand],
  ['coverage', async () => (await import('./commands/coverage.ts')).coverageCommand],
  ['verify', async () => (await import('./commands/verify.ts')).verifyCommand],
  ['work-paper', async () => (await import('./commands/work-paper.ts')).workPaperCommand],
  ['custody', async () => (await import('./commands/custody.ts')).custodyCommand],
  ['sample', async () => (await import('./commands/sample.ts')).sampleCommand],
])
