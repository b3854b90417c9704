import { useEffect, useRef, useState } from 'react'
import type { FindingDetail, Verdict } from '../../shared/domain/finding.ts'
import { detectionTexts, verdictWords } from '../../shared/messages/detections.ts'
import { useBackend } from '../backend.tsx'
import { NoteTime } from '../notes/note-time.tsx'
import { useClocks, useLanguage, useTexts } from '../settings/settings.tsx'
import { Button } from '../ui/button.tsx'
import { Pill } from '../ui/pill.tsx'
import { useToast } from '../ui/toast.tsx'
import { visibleText } from '../ui/visible-text.ts'

/** What a key asked for; it opens the field for the reason. */
export type JudgementWish = Exclude<Verdict, 'open'> | 'reopen'

const tones = { open: 'warn', accepted: 'fail', dismissed: 'mute' } as const

/** What people concluded, and the way to conclude. Each conclusion stays; undo adds the one before again. */
export function Judgement(props: {
  readonly detail: FindingDetail
  readonly wish: JudgementWish | null
  onGranted(): void
  onChanged(detail: FindingDetail): void
}) {
  const { detail, wish, onGranted } = props
  const { row, judgements } = detail
  const texts = useTexts(detectionTexts)
  const language = useLanguage()
  const clocks = useClocks()
  const judge = useJudge(detail, props.onChanged)
  const [writing, setWriting] = useState<'accepted' | 'dismissed' | null>(null)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)

  useEffect(() => {
    if (wish === null) return
    onGranted()
    if (wish === 'reopen') void judge('open', '')
    else setWriting(wish)
  }, [wish, onGranted, judge])
  useEffect(() => {
    if (writing !== null) field.current?.focus()
  }, [writing])

  const leave = () => {
    setWriting(null)
    setReason('')
    setMissing(false)
  }
  const save = async () => {
    if (writing === null) return
    if (writing === 'dismissed' && reason.trim() === '') {
      setMissing(true)
      field.current?.focus()
      return
    }
    if (await judge(writing, reason.trim())) leave()
  }

  return (
    <section className="det-judgement" aria-label={texts.judgement}>
      <h3>{texts.judgement}</h3>
      <div className="det-verdict">
        <Pill tone={tones[row.verdict]}>{verdictWords[language][row.verdict]}</Pill>
        {row.grown && <span className="det-say">{texts.grown}</span>}
        <span className="det-grow" />
        {row.verdict !== 'accepted' && (
          <Button size="small" keys={['a']} onClick={() => setWriting('accepted')}>
            {texts.accept}
          </Button>
        )}
        {row.verdict !== 'dismissed' && (
          <Button size="small" keys={['x']} onClick={() => setWriting('dismissed')}>
            {texts.dismiss}
          </Button>
        )}
        {row.verdict !== 'open' && (
          <Button size="small" onClick={() => void judge('open', '')}>
            {texts.reopen}
          </Button>
        )}
      </div>
      {writing === null ? (
        judgements.length === 0 && <p className="det-hint">{texts.judgementHint}</p>
      ) : (
        // biome-ignore lint/a11y/noStaticElementInteractions: Esc and the saving keys bubble here from the field
        <div
          className="det-reason"
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Escape') leave()
            else if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
            else void save()
            event.preventDefault()
            event.stopPropagation()
          }}
        >
          <label>
            {texts.reasonFor[writing]}
            <textarea
              ref={field}
              className="ui-input ui-area"
              rows={2}
              maxLength={4000}
              value={reason}
              aria-invalid={missing}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
          {missing && (
            <p role="alert" className="ui-field-error">
              {texts.reasonNeeded}
            </p>
          )}
          <div>
            <Button size="small" onClick={leave}>
              {texts.cancel}
            </Button>
            <Button size="small" look="primary" onClick={() => void save()}>
              {writing === 'accepted' ? texts.accept : texts.dismiss.replace('…', '')}
            </Button>
          </div>
        </div>
      )}
      {judgements.length > 0 && (
        <ol className="det-judged">
          {judgements.toReversed().map((judgement) => (
            <li key={`${judgement.at} ${judgement.verdict}`}>
              <b>{verdictWords[language][judgement.verdict]}</b>
              {judgement.reason !== '' && <q>{visibleText(judgement.reason)}</q>}
              <span>
                {visibleText(judgement.author) || texts.unnamed} ·{' '}
                <NoteTime at={judgement.at} clocks={clocks} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

/** Judges and offers to take it back. Answers whether it was saved. */
function useJudge(
  detail: FindingDetail,
  onChanged: (detail: FindingDetail) => void,
): (verdict: Verdict, reason: string) => Promise<boolean> {
  const backend = useBackend()
  const texts = useTexts(detectionTexts)
  const toast = useToast()
  const latest = useRef({ detail, onChanged })
  latest.current = { detail, onChanged }
  const judge = useRef(async (verdict: Verdict, reason: string): Promise<boolean> => {
    const { row, judgements } = latest.current.detail
    const before = { verdict: row.verdict, reason: judgements.at(-1)?.reason ?? '' }
    const put = async (to: typeof before) => {
      const next = await backend.call('finding.judge', { id: row.id, ...to })
      latest.current.onChanged(next)
    }
    try {
      await put({ verdict, reason })
    } catch {
      toast({ tone: 'error', text: texts.failed })
      return false
    }
    const run = () =>
      void put(before).then(
        () => toast({ tone: 'info', text: texts.undone }),
        () => toast({ tone: 'error', text: texts.failed }),
      )
    toast({ tone: 'ok', text: texts.judgedToast[verdict], action: { label: texts.undo, run } })
    return true
  })
  return judge.current
}
