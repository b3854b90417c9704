import type { SignInRow } from '../../shared/domain/sign-in.ts'
import { AroundDialog } from './around-dialog.tsx'
import { TagMenu } from './tag-menu.tsx'
import type { Around } from './use-around.ts'
import type { EventTools } from './use-event-tools.ts'

/** What opens over the timeline for the selected events: the tag menu, and the question what to show around. */
export function EventDialogs(props: {
  readonly tools: EventTools
  readonly around: Around
  readonly row: SignInRow | null
}) {
  const { tools, around, row } = props
  return (
    <>
      {tools.tagging !== null && (
        <TagMenu {...tools.tagging} tags={tools.tags} actions={tools.actions} onClose={tools.close} />
      )}
      {tools.looking && row !== null && (
        <AroundDialog
          row={row}
          onClose={tools.close}
          onChoose={(kind, minutes) => {
            tools.close()
            around.show(kind, minutes)
          }}
        />
      )}
    </>
  )
}
