import type { CustodyEntry } from '../../../shared/domain/custody.ts'
import { custodyScreenTexts } from '../../../shared/messages/custody-screen.ts'
import { custodyActionWords } from '../../../shared/messages/report-custody.ts'
import { NoteTime } from '../../notes/note-time.tsx'
import { countText } from '../../settings/numbers.ts'
import { useClocks, useLanguage, useTexts } from '../../settings/settings.tsx'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { visibleText } from '../../ui/visible-text.ts'
import { useCopy } from '../use-copy.ts'
import { type DetailLine, detailLines, hashedText } from './detail-lines.ts'

/** One entry in a line: number, when on both clocks, who, what. */
export function EntryLine(props: { readonly entry: CustodyEntry | undefined; readonly broken: boolean }) {
  const { entry, broken } = props
  const texts = useTexts(custodyScreenTexts)
  const language = useLanguage()
  const clocks = useClocks()
  if (entry === undefined) return <span className="evd-waiting" />
  const said = detailLines(entry.detail, texts)
    .filter(({ value }) => value.length <= 60)
    .slice(0, 3)
  return (
    <span className="evd-entry">
      <span className="evd-number">{countText(entry.sequence)}</span>
      <span className="evd-when">
        <NoteTime at={entry.at} clocks={clocks} />
      </span>
      <span className="evd-who">{entry.actor === '' ? texts.unnamed : visibleText(entry.actor)}</span>
      <span className="evd-what">
        <b>{custodyActionWords[language][entry.action] ?? entry.action}</b>
        {broken && (
          <em>
            <Icon name="warning" size={12} />
            {texts.brokenHere}
          </em>
        )}
        <small lang="en">{said.map(({ name, value }) => `${name} ${visibleText(value)}`).join(' · ')}</small>
      </span>
    </span>
  )
}

/** All of one entry: program, details, both hashes. */
export function EntryFacts({ entry }: { readonly entry: CustodyEntry }) {
  const texts = useTexts(custodyScreenTexts)
  const copy = useCopy()
  const lines = detailLines(entry.detail, texts)
  return (
    <dl className="evd-check">
      <dt>{texts.tool}</dt>
      <dd>{visibleText(entry.tool)}</dd>
      <dt>{texts.detail}</dt>
      <dd>
        {lines.length === 0 ? (
          <code lang="en">{visibleText(entry.detail)}</code>
        ) : (
          <dl className="evd-detail" lang="en">
            {lines.map((line) => (
              <DetailPair key={line.name} line={line} />
            ))}
          </dl>
        )}
      </dd>
      <dt>{texts.hash}</dt>
      <dd>
        <span className="evd-copied">
          <code>{entry.hash}</code>
          <IconButton icon="copy" size={12} label={texts.copyEntry} onClick={() => copy(hashedText(entry))} />
        </span>
      </dd>
      <dt>{texts.previous}</dt>
      <dd>
        <code>{entry.previousHash}</code>
      </dd>
    </dl>
  )
}

function DetailPair({ line }: { readonly line: DetailLine }) {
  return (
    <>
      <dt>{visibleText(line.name)}</dt>
      <dd>{visibleText(line.value)}</dd>
    </>
  )
}
