import { useEffect, useRef } from 'react'
import type { RecentCase } from '../../shared/domain/case.ts'
import { readClock } from '../../shared/domain/time.ts'
import { shellTexts } from '../../shared/messages/shell.ts'
import { welcomeTexts } from '../../shared/messages/welcome.ts'
import { useBackend, useCall } from '../backend.tsx'
import { lastName } from '../import/last-name.ts'
import { countText } from '../settings/numbers.ts'
import { useSettings, useTexts } from '../settings/settings.tsx'
import { useCaseDesk } from '../shell/case-desk.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Icon } from '../ui/icon.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { SkeletonRows } from '../ui/skeleton.tsx'
import { visibleText } from '../ui/visible-text.ts'
import { shortDate } from './short-date.ts'

/** The cases that were open on this computer, newest first; j and k move, Enter opens. */
export function RecentCases() {
  const texts = useTexts(welcomeTexts)
  const backend = useBackend()
  const { data, error, slow, refetch } = useCall('recent.list', undefined)
  const list = useRef<HTMLUListElement>(null)
  // A case that could not be opened may have gone since the list was read.
  const { trouble } = useCaseDesk()
  useEffect(() => {
    if (trouble !== null) refetch()
  }, [trouble, refetch])

  const move = (step: number) => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('.welcome-case-open') ?? [])]
    const active = document.activeElement
    const at = active instanceof HTMLElement ? rows.indexOf(active) : -1
    rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.focus()
  }
  useShortcuts({ j: () => move(1), k: () => move(-1), arrowdown: () => move(1), arrowup: () => move(-1) })

  if (error !== undefined) return <ErrorNote error={error} compact onRetry={refetch} />
  if (data === undefined) return slow ? <SkeletonRows rows={3} height={52} /> : null
  if (data.length === 0) {
    return (
      <EmptyState icon="folder" title={texts.noRecent}>
        {texts.noRecentNote}
      </EmptyState>
    )
  }
  return (
    <ul className="welcome-cases" ref={list}>
      {data.map((entry) => (
        <CaseLine
          key={entry.path}
          entry={entry}
          forget={() => void backend.call('recent.forget', { path: entry.path }).then(refetch, refetch)}
        />
      ))}
    </ul>
  )
}

function CaseLine(props: { readonly entry: RecentCase; forget(): void }) {
  const { entry, forget } = props
  const texts = useTexts(welcomeTexts)
  const shell = useTexts(shellTexts)
  const desk = useCaseDesk()
  const backend = useBackend()
  const name = visibleText(entry.caseNumber === '' ? lastName(entry.path) : entry.caseNumber)
  const body = (
    <>
      <span className="welcome-case-name">
        <b>{name}</b> {visibleText(entry.title)}
      </span>
      <WhenOpened at={entry.openedAt} />
      {entry.present ? (
        <small>
          <Contents entry={entry} />
        </small>
      ) : (
        <small className="welcome-case-missing">
          <Icon name="warning" size={12} /> {texts.missing}
        </small>
      )}
    </>
  )
  const locate = async () => {
    const path = await backend.call('dialog.pickCase', undefined).catch(() => null)
    if (path !== null && (await desk.open(path))) forget()
  }
  if (entry.present) {
    return (
      <li>
        <button
          type="button"
          className="welcome-case-open"
          disabled={desk.busy}
          title={entry.path}
          onClick={() => void desk.open(entry.path)}
        >
          {body}
        </button>
        <IconButton
          icon="close"
          size={12}
          label={texts.forgetCase(name || shell.unnamedCase)}
          onClick={forget}
        />
      </li>
    )
  }
  return (
    <li className="welcome-case-gone" title={entry.path}>
      <div className="welcome-case-open" tabIndex={-1}>
        {body}
        <span className="welcome-case-actions">
          <Button look="link" size="small" onClick={() => void locate()}>
            {texts.locate}
          </Button>
          <Button look="link" size="small" onClick={forget}>
            {texts.forget}
          </Button>
        </span>
      </div>
    </li>
  )
}

function Contents(props: { readonly entry: RecentCase }) {
  const texts = useTexts(welcomeTexts)
  const { language } = useSettings()
  const { signIns, firstTime, lastTime } = props.entry
  const count = texts.signIns(countText(signIns))
  if (firstTime === null || lastTime === null) return count
  const [from, to] = [firstTime, lastTime].map((time) => shortDate(readClock(time, 'UTC').date, language))
  return `${count}${language === 'ja' ? '、' : ', '}${texts.period(from ?? '', to ?? '')}`
}

function WhenOpened(props: { readonly at: number }) {
  const texts = useTexts(welcomeTexts)
  const { language, info } = useSettings()
  const seconds = Math.floor(props.at / 1000)
  const then = readClock(seconds, info.systemZone)
  const now = readClock(Math.floor(Date.now() / 1000), info.systemZone)
  return (
    <small className="welcome-case-when">
      {then.date === now.date ? texts.today(then.time.slice(0, 5)) : shortDate(then.date, language)}
    </small>
  )
}
