import { type Ref, useId } from 'react'
import type { PatternReading } from '../../shared/domain/pattern.ts'
import { noticeText, patternProblemTexts, problemText } from '../../shared/messages/pattern-problems.ts'
import { patternTexts } from '../../shared/messages/patterns.ts'
import { useTexts } from '../settings/settings.tsx'
import { Icon } from '../ui/icon.tsx'
import { piecesOf } from './pattern-colours.ts'

export interface PatternEditorProps {
  readonly text: string
  /** What the engine says of the text; undefined until it has answered for it. */
  readonly reading: PatternReading | undefined
  readonly input: Ref<HTMLTextAreaElement>
  onChange(text: string): void
}

/** The pattern with its colours, and below it whether it can be read and what should be known of it. */
export function PatternEditor({ text, reading, input, onChange }: PatternEditorProps) {
  const texts = useTexts(patternTexts)
  const sentences = useTexts(patternProblemTexts)
  const id = useId()
  const problem = reading?.problem ?? null
  return (
    <section className="pat-editor-part" aria-labelledby={`${id}-label`}>
      <header className="pat-part-head">
        <label id={`${id}-label`} htmlFor={id}>
          {texts.editor}
        </label>
        <Validity reading={reading} />
        <span className="pat-aside">{texts.syntax}</span>
      </header>
      <div className={problem === null ? 'pat-editor' : 'pat-editor pat-editor-wrong'}>
        <pre aria-hidden="true">
          {piecesOf(text, problem).map((piece, index) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity beyond their place
              key={index}
              className={piece.wrong ? `pat-${piece.kind} pat-wrong` : `pat-${piece.kind}`}
            >
              {piece.text}
            </span>
          ))}
          {'\n'}
        </pre>
        <textarea
          ref={input}
          id={id}
          value={text}
          spellCheck={false}
          autoComplete="off"
          maxLength={4096}
          placeholder={texts.placeholder}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-said`}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      <div id={`${id}-said`} className="pat-said" aria-live="polite">
        {problem !== null && (
          <p className="pat-problem">
            <Icon name="outcome-failure" size={13} />
            <span>
              {problemText(sentences, problem)} <i>({texts.at(problem.from + 1)})</i>
            </span>
          </p>
        )}
        {reading?.notices.map((notice) => (
          <p key={`${notice.code} ${notice.from}`} className="pat-notice">
            <Icon name="info" size={13} />
            <span>{noticeText(sentences, notice)}</span>
          </p>
        ))}
      </div>
    </section>
  )
}

function Validity({ reading }: { readonly reading: PatternReading | undefined }) {
  const texts = useTexts(patternTexts)
  if (reading === undefined) return null
  if (reading.problem !== null) return <span className="pat-state ui-tone-fail">{texts.invalid}</span>
  const count = reading.conditions.length
  const word = { json: texts.valid(count), words: texts.validWords(count), all: texts.validAll }
  return (
    <span className="pat-state ui-tone-ok">
      <Icon name="outcome-success" size={13} />
      {word[reading.family ?? 'all']}
    </span>
  )
}
