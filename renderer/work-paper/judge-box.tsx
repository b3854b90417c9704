import { useEffect, useRef, useState } from 'react'
import type { SampleItem, SampleJudgement, SampleResult } from '../../shared/domain/work-paper.ts'
import { paperTexts } from '../../shared/messages/paper-screen.ts'
import { sampleResultWords } from '../../shared/messages/work-paper.ts'
import { lastName } from '../import/last-name.ts'
import { NoteTime } from '../notes/note-time.tsx'
import { useClocks, useLanguage, useTexts } from '../settings/settings.tsx'
import { Button } from '../ui/button.tsx'
import { Area } from '../ui/field.tsx'
import { visibleText } from '../ui/visible-text.ts'

/** The chosen record: where it stands, what was concluded of it, and the ways to conclude. */
export function JudgeBox(props: {
  readonly item: SampleItem
  readonly judgements: readonly SampleJudgement[]
  /** The result whose remark is being written. */
  readonly writing: SampleResult | null
  onWrite(result: SampleResult | null): void
  onJudge(result: SampleResult, remark: string): void
  onShow(): void
}) {
  const { item, judgements, writing, onWrite, onJudge } = props
  const texts = useTexts(paperTexts)
  const language = useLanguage()
  const words = sampleResultWords[language]
  const clocks = useClocks()
  const [remark, setRemark] = useState(judgements.at(-1)?.remark ?? '')
  const [missing, setMissing] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (writing !== null) field.current?.focus()
  }, [writing])
  const save = () => {
    if (writing === null) return
    if (writing === 'exception' && remark.trim() === '') {
      setMissing(true)
      field.current?.focus()
    } else onJudge(writing, remark.trim())
  }
  return (
    <div className="wp-judge">
      <div className="wp-judge-line">
        <b>{item.number}</b>
        <code title={item.place === null ? undefined : visibleText(item.place.path)}>
          {item.place === null
            ? visibleText(item.key)
            : texts.record(visibleText(lastName(item.place.path)), item.place.recordNumber)}
        </code>
        <span className="wp-grow" />
        <Button size="small" look="link" onClick={props.onShow}>
          {texts.show}
        </Button>
      </div>
      <div className="wp-judge-line">
        <Button size="small" keys={['p']} onClick={() => onJudge('pass', remark.trim())}>
          {words.pass}
        </Button>
        <Button size="small" keys={['x']} on={writing === 'exception'} onClick={() => onWrite('exception')}>
          {words.exception}
        </Button>
        <Button size="small" keys={['n']} onClick={() => onJudge('not-tested', '')}>
          {words['not-tested']}
        </Button>
        <Button size="small" on={writing === 'pass'} onClick={() => onWrite('pass')}>
          {`${words.pass} + ${texts.remark}`}
        </Button>
      </div>
      {writing !== null && (
        <div className="wp-remark">
          <Area
            ref={field}
            label={`${words[writing]}: ${texts.remark}`}
            value={remark}
            maxLength={4000}
            rows={2}
            placeholder={texts.remarkPlaceholder}
            error={missing && remark.trim() === '' ? texts.remarkNeeded : undefined}
            onChange={(event) => setRemark(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') {
                event.stopPropagation()
                onWrite(null)
              } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
                event.preventDefault()
                save()
              }
            }}
          />
          <div className="wp-judge-line">
            <Button size="small" look="primary" keys={['Ctrl', 'Enter']} onClick={save}>
              {texts.save}
            </Button>
            <Button size="small" look="ghost" onClick={() => onWrite(null)}>
              {texts.cancel}
            </Button>
          </div>
        </div>
      )}
      {judgements.length > 0 && (
        <ol className="wp-judged">
          {judgements.map((one, index) => (
            // Judgements are added and never moved.
            // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is their number
            <li key={index}>
              <b>{words[one.result]}</b>
              {one.remark !== '' && <q>{visibleText(one.remark)}</q>}
              <span className="wp-judged-by">
                {visibleText(one.author)} · <NoteTime at={one.at} clocks={clocks} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
