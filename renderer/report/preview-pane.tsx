import { useEffect, useState } from 'react'
import { utcText } from '../../shared/domain/time.ts'
import { reportScreenTexts } from '../../shared/messages/report-screen.ts'
import { shellTexts } from '../../shared/messages/shell.ts'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { usePlace } from '../shell/place.tsx'
import { StatusKeys, StatusLine } from '../shell/status-bar.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { KeyHint } from '../ui/keys.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { useKept } from '../ui/use-kept.ts'
import { Desk } from './desk.tsx'
import { makingText } from './making-text.ts'
import { type PageView, shownPages, steppedPage } from './sheet-size.ts'
import { Thumbnails } from './thumbnails.tsx'
import type { PreviewState } from './use-preview.ts'

/** The pages of the real PDF, with a way through them. */
export function PreviewPane(props: { readonly state: PreviewState; readonly reading: boolean }) {
  const texts = useTexts(reportScreenTexts)
  const { preview, making, error, refresh } = props.state
  const { summary } = usePlace()
  const [view, setView] = useKept<PageView>('report view', window.innerWidth < 1240 ? 'one' : 'two')
  const [page, setPage] = useKept(`${summary.path} report page`, 1)
  const pages = preview?.pages ?? 0

  useEffect(() => {
    if (pages > 0) setPage((now) => Math.min(now, pages))
  }, [pages, setPage])
  const step = (by: 1 | -1) => setPage((now) => steppedPage(now, by, pages, view))
  useShortcuts({ pagedown: () => step(1), pageup: () => step(-1) }, pages > 0)

  const shown = shownPages(page, pages, view)
  const [first, last] = [shown[0] ?? 1, shown.at(-1) ?? 1]
  return (
    <section className="report-preview" aria-label={texts.preview} data-region="preview">
      <header>
        <IconButton
          icon="chevron-left"
          label={texts.previousPage}
          disabled={pages === 0 || first === 1}
          onClick={() => step(-1)}
        />
        <span className="report-page-number" aria-live="polite">
          {pages === 0
            ? ''
            : first === last
              ? texts.pageOf(countText(first), countText(pages))
              : texts.pagesOf(countText(first), countText(last), countText(pages))}
        </span>
        <IconButton
          icon="chevron-right"
          label={texts.nextPage}
          disabled={pages === 0 || last === pages}
          onClick={() => step(1)}
        />
        <span className="report-preview-middle">
          <Segmented
            size="small"
            label={texts.view}
            value={view}
            options={[
              { value: 'one', label: texts.fitPage },
              { value: 'two', label: texts.twoPages },
              { value: 'full', label: texts.fullSize },
            ]}
            onChange={setView}
          />
        </span>
        <PreviewFacts state={props.state} />
      </header>
      <div className={making ? 'report-desk report-desk-making' : 'report-desk'}>
        {error !== null && <ErrorNote error={error} onRetry={refresh} />}
        {preview === null && props.reading && (
          <EmptyState icon="waiting" title={texts.waitForImport}>
            {texts.waitForImportNote}
          </EmptyState>
        )}
        {preview === null && props.state.stopped && (
          <EmptyState icon="warning" title={texts.previewStoppedFirst}>
            <Button onClick={refresh}>{texts.layOut}</Button>
          </EmptyState>
        )}
        {preview?.document === null && <EmptyState icon="warning" title={texts.cannotDraw} />}
        {error === null && (preview === null ? making : preview.document !== null) && (
          <Desk state={props.state} shown={shown} view={view} />
        )}
      </div>
      {preview === null && making && <div className="report-thumbnails" />}
      {preview?.document != null && pages > 1 && (
        <Thumbnails preview={preview} current={shown} onChoose={setPage} />
      )}
      <StatusLine>{texts.realPdf}</StatusLine>
      <StatusKeys>
        <KeyHint keys={['PgUp', 'PgDn']}>{texts.pageKey}</KeyHint>
      </StatusKeys>
    </section>
  )
}

/** Stopping is offered only for what takes long. */
const LONG_MS = 800

function PreviewFacts(props: { readonly state: PreviewState }) {
  const texts = useTexts(reportScreenTexts)
  const { preview, making, stopped, refresh } = props.state
  if (making) return <Making state={props.state} />
  if (stopped && preview !== null) {
    return (
      <span className="report-preview-facts" role="status">
        <span>{texts.previewStopped}</span>
        <Button size="small" onClick={refresh}>
          {texts.layOut}
        </Button>
      </span>
    )
  }
  if (preview === null) return <span className="report-preview-facts" />
  const { sha256, options } = preview
  return (
    <span className="report-preview-facts" title={`${texts.hash} ${sha256}`}>
      <span>{texts.issuedAt(utcText(options.issuedAt))}</span>
      <span>
        {texts.hash} <code>{`${sha256.slice(0, 4)} ${sha256.slice(4, 8)}…`}</code>
      </span>
    </span>
  )
}

function Making(props: { readonly state: PreviewState }) {
  const texts = useTexts(reportScreenTexts)
  const shell = useTexts(shellTexts)
  const [long, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <span className="report-preview-facts">
      <span>{makingText(texts, props.state.progress)}</span>
      {long && (
        <Button size="small" aria-label={texts.cancelPreview} onClick={props.state.cancel}>
          {shell.cancel}
        </Button>
      )}
    </span>
  )
}
