import { Command } from 'commander'
import type { CaseDetails } from '../../../shared/domain/case.ts'
import { shellTexts } from '../../../shared/messages/shell.ts'
import { caseDetails, describeCase } from '../../engine/case/summary.ts'
import type { ToolInfo } from '../../engine/tool.ts'
import { actorOf, reading, working } from '../case-file.ts'
import type { Answer } from '../commands.ts'
import { type DetailsOptions, detailsOf, withDetails } from '../details-options.ts'
import { forTerminal, print, printJson } from '../print.ts'

interface Options extends DetailsOptions {
  readonly case: string
  readonly json?: boolean
}

/** `trailcase describe --case FILE [--examiner-role TEXT …]`: what people wrote about the case; options change it. */
export function describeCommand(tool: ToolInfo, _answer: Answer): Command {
  const command = new Command('describe')
    .description('print what is stated about the case and its examiner; with options, change it')
    .requiredOption('--case <file>')
    .option('--examiner <name>', 'the examiner, who also stands in the custody log')
  withDetails(command, '; an empty text is printed as "not stated"').option(
    '--json',
    'print one JSON document',
  )
  return command.action(async ({ case: path, json, ...stated }: Options) => {
    const actor = actorOf(tool, stated.examiner)
    const details =
      Object.keys(stated).length === 0
        ? await reading(path, tool, caseDetails)
        : await working(path, actor, null, (db) => {
            describeCase(db, actor, detailsOf(stated, caseDetails(db)))
            return caseDetails(db)
          })
    if (json === true) return printJson(details)
    for (const [name, text] of Object.entries(details)) {
      const label = shellTexts.en[name as keyof CaseDetails]
      await print(forTerminal(`${label}: ${text === '' ? 'not stated' : text}`))
    }
  })
}
