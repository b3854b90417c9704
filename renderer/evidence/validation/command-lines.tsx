import { validationTexts } from '../../../shared/messages/validation-screen.ts'
import { useTexts } from '../../settings/settings.tsx'
import { IconButton } from '../../ui/button.tsx'
import { useCopy } from '../use-copy.ts'

/** Commands to hand on, with a button that copies all of them. */
export function CommandLines({ commands }: { readonly commands: readonly string[] }) {
  const texts = useTexts(validationTexts)
  const copy = useCopy()
  return (
    <div className="evd-command">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it */}
      {/* biome-ignore lint/a11y/useSemanticElements: a section would lose the line breaks */}
      <pre tabIndex={0} aria-label={texts.command} role="region">
        {commands.join('\n')}
      </pre>
      <IconButton icon="copy" label={texts.copyCommand} onClick={() => copy(commands.join('\n'))} />
    </div>
  )
}
