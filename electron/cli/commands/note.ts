import { Command } from 'commander'
import { NoteText } from '../../../shared/domain/note.ts'
import { AppError } from '../../../shared/errors.ts'
import { addNote } from '../../engine/notes/notes.ts'
import { idsOfEvent } from '../../engine/timeline/detail.ts'
import type { ToolInfo } from '../../engine/tool.ts'
import { actorOf, working } from '../case-file.ts'
import type { Answer } from '../commands.ts'
import { UsageError } from '../exit-codes.ts'
import { print } from '../print.ts'

interface Options {
  readonly case: string
  readonly event: string
  readonly text: string
  readonly examiner?: string
}

/** `trailcase note add --case FILE --event EVENT_ID --text TEXT`. */
export function noteCommand(tool: ToolInfo, _answer: Answer): Command {
  const add = new Command('add')
    .description('write a note on an event')
    .requiredOption('--case <file>')
    .requiredOption('--event <event-id>')
    .requiredOption('--text <text>')
    .option('--examiner <name>', 'who writes, for the note and the custody log')
    .action(async ({ case: path, event, text, examiner }: Options) => {
      const parsed = NoteText.safeParse(text)
      if (!parsed.success) throw new UsageError('A note needs 1 to 20,000 characters.')
      const actor = actorOf(tool, examiner)
      await working(path, actor, null, async (db) => {
        const [id, ...others] = idsOfEvent(db, event)
        if (id === undefined) throw new AppError('not-found', `No event ${event} in this case.`)
        if (others.length > 0) {
          throw new AppError(
            'invalid-input',
            `${others.length + 1} differing records have this ID; note them in the window.`,
          )
        }
        const note = addNote(db, actor, id, parsed.data)
        await print(`Note ${note.id} on ${event}`)
      })
    })
  return new Command('note').description('notes on events').addCommand(add)
}
