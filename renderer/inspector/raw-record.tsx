import { memo, useMemo, useState } from 'react'
import type { SignInDetail } from '../../shared/domain/sign-in.ts'
import { inspectorTexts } from '../../shared/messages/inspector.ts'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { copyText } from '../ui/copy-text.ts'
import { Icon } from '../ui/icon.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { useToast } from '../ui/toast.tsx'
import { visibleText } from '../ui/visible-text.ts'
import { type Citation, citedLines } from './cited-lines.ts'
import { type JsonLine, jsonLines } from './json-lines.ts'
import { Part } from './part.tsx'
import { pairsOf, TableRow } from './table-row.tsx'

/** A record of some hundred kilobytes is drawn whole only on request: thousands of lines would freeze the window. */
const FIRST_LINES = 400
const FIRST_CHARACTERS = 20_000
/** Values longer than this are cut in lines that do not wrap, where the end could not be seen anyway. */
const LONG_VALUE = 2_000
const INDENT_LEVELS = 16

/** The record's own text, laid out with the cited lines marked, or exactly as it is stored. */
export function RawRecord(props: { readonly detail: SignInDetail }) {
  const { detail } = props
  const texts = useTexts(inspectorTexts)
  const toast = useToast()
  const { rawForm, rawHeader } = detail
  const isRow = rawForm !== 'record'
  const lines = useMemo(() => (isRow ? null : jsonLines(detail.raw)), [isRow, detail.raw])
  const pairs = useMemo(() => (isRow ? pairsOf(rawHeader, detail.raw) : null), [isRow, rawHeader, detail.raw])
  const [view, setView] = useState<'formatted' | 'stored'>('formatted')
  const [wrap, setWrap] = useState(false)
  const [all, setAll] = useState(false)

  const copy = () =>
    void copyText(detail.raw).then(
      () => toast({ tone: 'ok', text: texts.copied }),
      () => toast({ tone: 'error', text: texts.copyFailed }),
    )
  const formatted = view === 'formatted' && lines !== null
  const hidden =
    view === 'formatted' && pairs !== null
      ? false
      : formatted
        ? lines.length > FIRST_LINES
        : detail.raw.length > FIRST_CHARACTERS
  return (
    <Part
      id="raw"
      title={texts.rawTitle}
      aside={
        <button type="button" className="insp-link" onClick={copy}>
          <Icon name="copy" size={12} />
          {isRow ? texts.copyRow : texts.copyJson}
        </button>
      }
    >
      {!detail.rawIsUtf8 && <p className="insp-honest">{texts.notUtf8}</p>}
      {rawForm !== 'record' && <p className="insp-honest">{texts.tableRow[rawForm]}</p>}
      {!isRow && lines === null && <p className="insp-honest">{texts.notJson}</p>}
      <div className="insp-raw-bar">
        {(lines !== null || pairs !== null) && (
          <Segmented
            size="small"
            label={texts.view}
            value={view}
            options={[
              { value: 'formatted', label: texts.formatted },
              { value: 'stored', label: texts.asStored },
            ]}
            onChange={setView}
          />
        )}
        {formatted && (
          <button type="button" className="insp-toggle" aria-pressed={wrap} onClick={() => setWrap(!wrap)}>
            {texts.wrap}
          </button>
        )}
      </div>
      {view === 'formatted' && pairs !== null ? (
        <TableRow pairs={pairs} />
      ) : formatted ? (
        <Formatted detail={detail} lines={all ? lines : lines.slice(0, FIRST_LINES)} wrap={wrap} />
      ) : (
        <pre className="insp-stored">
          {rawHeader !== null && <span>{`${visibleText(rawHeader)}\n`}</span>}
          {all ? detail.raw : detail.raw.slice(0, FIRST_CHARACTERS)}
        </pre>
      )}
      {hidden && !all && (
        <button type="button" className="insp-link" onClick={() => setAll(true)}>
          {formatted
            ? texts.showAllLines(countText(lines.length))
            : texts.showAllCharacters(countText(detail.raw.length))}
        </button>
      )}
    </Part>
  )
}

function Formatted(props: {
  readonly detail: SignInDetail
  readonly lines: readonly JsonLine[]
  readonly wrap: boolean
}) {
  const { detail, lines, wrap } = props
  const texts = useTexts(inspectorTexts)
  const cited = useMemo(() => citedLines(lines, detail), [lines, detail])
  const words: Record<Citation, string> = {
    who: texts.citeWho,
    when: texts.citeWhen,
    from: texts.citeFrom,
    result: texts.citeResult,
    mfa: texts.citeMfa,
  }
  return (
    <div className={wrap ? 'insp-json insp-json-wrap' : 'insp-json'}>
      {lines.map((line, index) => {
        const citation = cited.get(index)
        return (
          <Line
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one record never move
            key={index}
            line={line}
            cite={citation === undefined ? '' : words[citation]}
            wrap={wrap}
          />
        )
      })}
    </div>
  )
}

const Line = memo(function Line(props: {
  readonly line: JsonLine
  readonly cite: string
  readonly wrap: boolean
}) {
  const { line, cite, wrap } = props
  const cut = !wrap && line.value.length > LONG_VALUE
  const value = visibleText(cut ? line.value.slice(0, LONG_VALUE) : line.value)
  return (
    <div
      className={cite === '' ? 'insp-line' : 'insp-line insp-line-cited'}
      style={{ paddingLeft: 8 + Math.min(line.depth, INDENT_LEVELS) * 12 }}
      title={wrap || line.value.length < 24 ? undefined : value}
    >
      <span>
        {line.key !== null && (
          <>
            <span className="insp-json-key">{visibleText(line.key)}</span>:{' '}
          </>
        )}
        <span className={`insp-json-${line.kind}`}>{value}</span>
        {cut && '…'}
        {line.comma && ','}
      </span>
      {cite !== '' && <em>{cite}</em>}
    </div>
  )
})
