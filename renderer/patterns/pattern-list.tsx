import { KNOWN_PATTERNS, type KnownPattern } from '../../shared/domain/known-patterns.ts'
import type { SavedPattern } from '../../shared/domain/pattern.ts'
import { knownPatternTexts } from '../../shared/messages/known-patterns.ts'
import { patternTexts } from '../../shared/messages/patterns.ts'
import { useTexts } from '../settings/settings.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { visibleText } from '../ui/visible-text.ts'
import type { Origin } from './draft.ts'

export interface PatternListProps {
  readonly origin: Origin
  readonly saved: readonly SavedPattern[]
  onNew(): void
  onKnown(known: KnownPattern): void
  onSaved(saved: SavedPattern): void
  onRemove(saved: SavedPattern): void
}

/** Published patterns and those of this case. Choosing one runs it. */
export function PatternList(props: PatternListProps) {
  const { origin, saved } = props
  const texts = useTexts(patternTexts)
  const { purposes } = useTexts(knownPatternTexts)
  return (
    <nav className="pat-list" aria-label={texts.listLabel} data-region="patterns">
      <Button icon="plus" size="small" onClick={props.onNew}>
        {texts.fresh}
      </Button>
      <h2 className="ui-small-heading">{texts.published}</h2>
      <ul>
        {KNOWN_PATTERNS.map((known) => (
          <li key={known.id}>
            <button
              type="button"
              className="pat-choice"
              aria-current={origin?.kind === 'known' && origin.known.id === known.id ? true : undefined}
              onClick={() => props.onKnown(known)}
            >
              <Icon name="pattern" size={13} tone="mute" />
              <span>
                {purposes[known.id]}
                {known.benchmarks.length > 0 && <small>{known.benchmarks.join(' · ')}</small>}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <h2 className="ui-small-heading">{texts.saved}</h2>
      {saved.length === 0 && <p className="ui-hint">{texts.noneSaved}</p>}
      <ul>
        {saved.map((one) => (
          <li key={one.id} className="pat-saved">
            <button
              type="button"
              className="pat-choice"
              title={visibleText(one.pattern)}
              aria-current={origin?.kind === 'saved' && origin.saved.id === one.id ? true : undefined}
              onClick={() => props.onSaved(one)}
            >
              <Icon name="save" size={13} tone="mute" />
              <span>{visibleText(one.name)}</span>
            </button>
            <IconButton
              icon="trash"
              size={12}
              label={texts.remove(visibleText(one.name))}
              onClick={() => props.onRemove(one)}
            />
          </li>
        ))}
      </ul>
    </nav>
  )
}
