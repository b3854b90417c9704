import type { ImportProgress } from '../../shared/domain/source.ts'
import { importTexts } from '../../shared/messages/import.ts'
import { bytesText, countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { Button } from '../ui/button.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { visibleText } from '../ui/visible-text.ts'
import { useImportRun } from './import-run.tsx'
import { filesDone, partedShare, percentText, perSecond } from './import-sums.ts'
import { lastName } from './last-name.ts'
import { useMilestone } from './use-milestone.ts'

/** What is being read, how far it is, and the two ways to hold it. */
export function RunHead() {
  const texts = useTexts(importTexts)
  const run = useImportRun()
  const { progress, paths } = run
  const { paused } = run
  const state = paused ? 'paused' : (progress?.state ?? 'finding')
  return (
    <>
      <div className="import-head">
        <div>
          <h1>{texts[state]}</h1>
          <p>
            {texts.readySoFar(
              texts.from(visibleText(lastName(paths[0] ?? '')), countText(Math.max(0, paths.length - 1))),
            )}
          </p>
        </div>
        <Button
          icon={paused ? 'play' : 'pause'}
          disabled={run.stopping || progress === null}
          onClick={() => run.pause(!paused)}
        >
          {paused ? texts.resume : texts.pause}
        </Button>
        <Button look="danger" icon="stop" busy={run.stopping} onClick={run.stop}>
          {run.stopping ? texts.stopping : texts.stop}
        </Button>
      </div>
      <Bar progress={progress} paused={paused} />
    </>
  )
}

function Bar(props: { readonly progress: ImportProgress | null; readonly paused: boolean }) {
  const texts = useTexts(importTexts)
  const { progress } = props
  const share = progress?.share ?? 0
  const done = progress === null ? 0 : filesDone(progress.sums)
  const found = progress?.sums.found ?? 0
  const parts = progress === null ? { read: 0, skipped: 0, damaged: 0 } : partedShare(progress.sums, share)
  // While files are still being looked for, a share of the total would be a guess.
  const finding = progress === null || progress.state === 'finding'
  const text = finding
    ? texts.foundSoFar(countText(found))
    : texts.ofFiles(countText(done), countText(found), percentText(share))
  const milestone = useMilestone(text)
  return (
    <>
      <ProgressBar
        label={texts.progress}
        text={text}
        total={1}
        parts={[
          { id: 'read', value: parts.read, tone: 'accent' },
          { id: 'skipped', value: parts.skipped, tone: 'light' },
          ...(parts.damaged === 0 ? [] : [{ id: 'damaged', value: parts.damaged, tone: 'warn' as const }]),
        ]}
      />
      <p className="import-progress">
        <b>{text}</b>
        <span>{progress === null || props.paused ? '' : <Pace progress={progress} />}</span>
      </p>
      <p className="sr-only" role="status" aria-live="polite">
        {milestone}
      </p>
    </>
  )
}

function Pace(props: { readonly progress: ImportProgress }) {
  const texts = useTexts(importTexts)
  const { sums, elapsedMs, secondsLeft, state } = props.progress
  const files = perSecond(filesDone(sums), elapsedMs)
  const records = perSecond(sums.records, elapsedMs)
  const parts: string[] = []
  if (state === 'reading') parts.push(texts.ofBytes(bytesText(sums.bytesDone), bytesText(sums.bytesTotal)))
  if (files !== null && records !== null && files > 0) {
    parts.push(texts.rates(countText(files), countText(records)))
  }
  if (secondsLeft !== null && state === 'reading') {
    parts.push(
      secondsLeft < 90
        ? texts.secondsLeft(countText(Math.ceil(secondsLeft)))
        : texts.minutesLeft(countText(Math.round(secondsLeft / 60))),
    )
  }
  return parts.join(texts.restJoin)
}
