import { inspectorTexts } from '../../shared/messages/inspector.ts'
import { useTexts } from '../settings/settings.tsx'
import type { Section } from './use-sections.ts'

/** The parts of the inspector as a row of words; the one in sight is underlined. */
export function JumpBar(props: {
  readonly sections: readonly Section[]
  readonly current: Section
  readonly notes: number
  onJump(section: Section): void
}) {
  const texts = useTexts(inspectorTexts)
  return (
    <nav className="insp-jump" aria-label={texts.sections}>
      {props.sections.map((section, index) => (
        <button
          key={section}
          type="button"
          title={String(index + 1)}
          aria-current={section === props.current ? 'true' : undefined}
          onClick={() => props.onJump(section)}
        >
          {texts[section]}
          {section === 'notes' && props.notes > 0 && <em>{props.notes}</em>}
        </button>
      ))}
    </nav>
  )
}
