import { useRef, useState } from 'react'
import type { PaperSample, PaperSettings, SampleItem, SampleResult } from '../../shared/domain/work-paper.ts'
import { paperTexts } from '../../shared/messages/paper-screen.ts'
import { eventWord } from '../../shared/messages/words.ts'
import { sampleResultWords } from '../../shared/messages/work-paper.ts'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { OutcomeMark } from '../ui/marks.tsx'
import { Pill } from '../ui/pill.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { visibleText } from '../ui/visible-text.ts'
import { JudgeBox } from './judge-box.tsx'
import { RecordTime } from './record-time.tsx'
import type { Paper } from './use-paper.ts'
import { WhoCell } from './who-cell.tsx'

const tones = { 'not-tested': 'mute', pass: 'ok', exception: 'fail' } as const

/** The sampled records in the order of drawing; each is judged by key or by mouse. */
export function SampleList(props: {
  readonly sample: PaperSample
  readonly settings: PaperSettings
  readonly paper: Paper
  onShow(id: number): void
}) {
  const { sample, settings, paper } = props
  const { items } = sample
  const texts = useTexts(paperTexts)
  const language = useLanguage()
  const [chosen, setChosen] = useState(0)
  const [remarkFor, setRemarkFor] = useState<SampleResult | null>(null)
  const table = useRef<HTMLTableElement>(null)
  const here = items[Math.min(chosen, items.length - 1)]
  const { judgementsOf } = paper

  const move = (to: number) => {
    const next = Math.min(Math.max(0, to), items.length - 1)
    setChosen(next)
    setRemarkFor(null)
    window.requestAnimationFrame(() =>
      table.current?.querySelector<HTMLElement>(`[data-item="${next}"]`)?.focus(),
    )
  }
  const judge = async (item: SampleItem, result: SampleResult, remark: string) => {
    if (!(await paper.judge(item, result, remark))) return
    setRemarkFor(null)
    move(items.indexOf(item) + (result === 'not-tested' ? 0 : 1))
  }
  const remarkOf = (item: SampleItem) => judgementsOf(item).at(-1)?.remark ?? ''
  useShortcuts({
    j: () => move(chosen + 1),
    k: () => move(chosen - 1),
    arrowdown: () => move(chosen + 1),
    arrowup: () => move(chosen - 1),
    home: () => move(0),
    end: () => move(items.length - 1),
    enter: (event) => {
      if (event.target instanceof HTMLButtonElement || here === undefined) return
      props.onShow(here.row.id)
    },
    p: () => here !== undefined && void judge(here, 'pass', remarkOf(here)),
    x: () => here !== undefined && setRemarkFor('exception'),
    n: () => here !== undefined && void judge(here, 'not-tested', ''),
  })
  if (here === undefined) {
    return (
      <EmptyState icon="info" title={texts.sample}>
        {texts.noSample}
      </EmptyState>
    )
  }
  return (
    <section className="wp-detail" aria-label={texts.sample}>
      <header>
        <h2>{texts.sample}</h2>
        <p className="wp-quiet">{texts.seedShown(visibleText(settings.sample.seed))}</p>
      </header>
      <JudgeBox
        key={`${here.row.id} ${remarkFor ?? ''} ${judgementsOf(here).length}`}
        item={here}
        judgements={judgementsOf(here)}
        writing={remarkFor}
        onWrite={setRemarkFor}
        onJudge={(result, remark) => void judge(here, result, remark)}
        onShow={() => props.onShow(here.row.id)}
      />
      <table className="wp-table" ref={table}>
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">{texts.when}</th>
            <th scope="col">{texts.who}</th>
            <th scope="col">{texts.what}</th>
            <th scope="col">{texts.where}</th>
            <th scope="col">{texts.judgement}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item, index) => {
            const last = judgementsOf(item).at(-1)
            const result = last?.result ?? 'not-tested'
            return (
              <tr key={item.row.id} className={item === here ? 'wp-chosen' : undefined}>
                <td>
                  <button
                    type="button"
                    className="wp-open"
                    data-item={index}
                    aria-pressed={item === here}
                    onClick={() => {
                      setChosen(index)
                      setRemarkFor(null)
                    }}
                  >
                    {item.number}
                  </button>
                </td>
                <td>
                  <RecordTime seconds={item.row.time} zone={settings.zone} />
                </td>
                <td>
                  <WhoCell row={item.row} />
                </td>
                <td>
                  {visibleText(eventWord(language, item.row.eventName))}
                  <OutcomeMark outcome={item.row.outcome} />
                </td>
                <td className="wp-ip">{visibleText(item.row.sourceIp ?? '')}</td>
                <td>
                  <Pill tone={tones[result]}>{sampleResultWords[language][result]}</Pill>
                  {last !== undefined && last.remark !== '' && <q>{visibleText(last.remark)}</q>}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
