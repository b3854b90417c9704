import { useCallback } from 'react'
import type { CustodyCheck, CustodyEntry } from '../../../shared/domain/custody.ts'
import { custodyScreenTexts } from '../../../shared/messages/custody-screen.ts'
import { sealTexts } from '../../../shared/messages/seal.ts'
import { useBackend, useCall, useEvent } from '../../backend.tsx'
import { countText } from '../../settings/numbers.ts'
import { useTexts } from '../../settings/settings.tsx'
import { StatusKeys, StatusLine } from '../../shell/status-bar.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { Icon } from '../../ui/icon.tsx'
import { KeyHint } from '../../ui/keys.tsx'
import { SkeletonRows } from '../../ui/skeleton.tsx'
import { EvidenceFrame } from '../evidence-frame.tsx'
import { UnfoldingList } from '../unfolding-list.tsx'
import { useCopy } from '../use-copy.ts'
import { usePages } from '../use-pages.ts'
import { EntryFacts, EntryLine } from './custody-entry.tsx'

const LINE = 40

/** The custody log, newest first, and whether it holds together. */
export function CustodyScreen() {
  const texts = useTexts(custodyScreenTexts)
  const check = useCall('custody.check', undefined)
  useEvent('case.changed', () => check.refetch())
  return (
    <EvidenceFrame
      actions={
        <Button look="ghost" size="small" icon="again" busy={check.loading} onClick={check.refetch}>
          {texts.checkAgain}
        </Button>
      }
    >
      <main className="evd-custody">
        <h1>{texts.title}</h1>
        <p className="evd-quiet">{texts.lead}</p>
        {check.error !== undefined && <ErrorNote error={check.error} onRetry={check.refetch} />}
        {check.data === undefined && check.slow && <SkeletonRows rows={8} height={LINE} />}
        {check.data !== undefined && (
          <>
            <CheckResult check={check.data} />
            <Entries key={check.data.entries} check={check.data} />
          </>
        )}
      </main>
      <StatusLine>
        {check.data !== undefined && <span>{texts.entries(countText(check.data.entries))}</span>}
      </StatusLine>
      <StatusKeys>
        <KeyHint keys={['j', 'k']}>{texts.keyNext}</KeyHint>
        <KeyHint keys={['Enter']}>{texts.keyUnfold}</KeyHint>
      </StatusKeys>
    </EvidenceFrame>
  )
}

function CheckResult({ check }: { readonly check: CustodyCheck }) {
  const texts = useTexts(custodyScreenTexts)
  const copy = useCopy()
  const sealWords = useTexts(sealTexts)
  const { entries, intact, firstBroken, head, clockBack } = check
  const words =
    entries === 0
      ? texts.empty
      : intact
        ? texts.intact(countText(entries))
        : texts.broken(countText(firstBroken ?? 1))
  return (
    <div className={intact ? 'evd-result evd-result-ok' : 'evd-result evd-result-broken'} role="status">
      <Icon name={intact ? 'outcome-success' : 'warning'} size={16} tone={intact ? 'ok' : 'fail'} />
      <div>
        <b>{words}</b>
        {clockBack !== null && <p>{sealWords.clockBack(countText(clockBack))}</p>}
        <small>{texts.formula}</small>
        {head !== null && (
          <span className="evd-copied">
            {texts.head} <code>{head}</code>
            <IconButton icon="copy" size={12} label={texts.copyHead} onClick={() => copy(head)} />
          </span>
        )}
      </div>
    </div>
  )
}

function Entries({ check }: { readonly check: CustodyCheck }) {
  const texts = useTexts(custodyScreenTexts)
  const backend = useBackend()
  const { entries, firstBroken } = check
  // Pages are counted from the newest entry, the call counts from the oldest.
  const ask = useCallback(
    async (offset: number, limit: number): Promise<readonly CustodyEntry[]> => {
      const end = entries - offset
      const begin = Math.max(0, end - limit)
      const rows = await backend.call('custody.list', { offset: begin, limit: Math.max(1, end - begin) })
      return rows.toReversed()
    },
    [backend, entries],
  )
  const pages = usePages<CustodyEntry>(ask)
  if (pages.error !== null) return <ErrorNote error={pages.error} onRetry={pages.retry} />
  const isBroken = (index: number) => pages.rowAt(index)?.sequence === firstBroken && firstBroken !== null
  return (
    <>
      <div className="evd-entry evd-entry-head" aria-hidden="true">
        <span className="evd-number">{texts.number}</span>
        <span>{texts.when}</span>
        <span>{texts.who}</span>
        <span>{texts.what}</span>
      </div>
      <UnfoldingList
        label={texts.list}
        count={entries}
        lineHeight={LINE}
        region="custody"
        need={pages.need}
        lineClass={(index) => (isBroken(index) ? 'evd-broken' : '')}
        line={(index) => <EntryLine entry={pages.rowAt(index)} broken={isBroken(index)} />}
        details={(index) => {
          const entry = pages.rowAt(index)
          return entry !== undefined && <EntryFacts entry={entry} />
        }}
      />
    </>
  )
}
