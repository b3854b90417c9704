import type { PaperResult, WorkPaper } from '../../shared/domain/work-paper.ts'
import { paperTexts } from '../../shared/messages/paper-screen.ts'
import { paperTestWords } from '../../shared/messages/work-paper.ts'
import { countText } from '../settings/numbers.ts'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { Icon } from '../ui/icon.tsx'
import { Pill } from '../ui/pill.tsx'

export type Part = PaperResult['test'] | 'sample'

/** The tests with their counts, and the sample; one of them is shown. */
export function ResultList(props: {
  readonly paper: WorkPaper
  readonly tested: number
  readonly part: Part
  onChoose(part: Part): void
}) {
  const { paper, part, onChoose } = props
  const texts = useTexts(paperTexts)
  const words = paperTestWords[useLanguage()]
  const { items } = paper.sample
  const line = (id: Part, name: string, count: string, mark: React.ReactNode) => (
    <button
      key={id}
      type="button"
      className="wp-part"
      data-part={id}
      aria-current={part === id ? 'true' : undefined}
      onClick={() => onChoose(id)}
    >
      <b>{name}</b>
      <span>{count}</span>
      {mark}
    </button>
  )
  return (
    <nav className="wp-parts" aria-label={texts.results}>
      {paper.results.map((result) =>
        line(
          result.test,
          words[result.test],
          result.reason === null ? texts.examined(countText(result.examined)) : '',
          <Verdict result={result} />,
        ),
      )}
      {line(
        'sample',
        texts.sample,
        texts.sampleOf(items.length, props.tested),
        props.tested === items.length && items.length > 0 ? (
          <Icon name="check" tone="ok" />
        ) : (
          <Icon name="chevron-right" tone="mute" />
        ),
      )}
    </nav>
  )
}

function Verdict({ result }: { readonly result: PaperResult }) {
  const texts = useTexts(paperTexts)
  if (result.reason !== null) return <Pill tone="mute">{texts.notAnswered}</Pill>
  if (result.exceptions === 0) return <Pill tone="ok">{texts.none}</Pill>
  return <Pill tone="warn">{texts.exceptions(result.exceptions)}</Pill>
}
