import type { ReportProgress } from '../../shared/domain/report.ts'
import type { reportScreenTexts } from '../../shared/messages/report-screen.ts'
import { bytesText, countText } from '../settings/numbers.ts'

type Texts = Readonly<(typeof reportScreenTexts)['en']>

/** How far a report that is laid out is, in words: pages are counted before their number is known. */
export function makingText(texts: Texts, progress: ReportProgress | null): string {
  return progress === null || progress.done === 0 ? texts.makingPreview : stepText(texts, progress)
}

/** The same for a file that is written. */
export function savingText(texts: Texts, progress: ReportProgress | null): string {
  return progress === null || progress.done === 0 ? texts.preparing : stepText(texts, progress)
}

function stepText(texts: Texts, { step, unit, done, total }: ReportProgress): string {
  const [now, all] = [countText(done), countText(total)]
  if (step === 'collecting') return texts.collectingOf(now, all)
  if (step === 'laying-out') return texts.layingOutPage(now)
  if (unit === 'bytes') return texts.writingBytes(bytesText(done))
  return unit === 'pages' ? texts.writingPage(now, all) : texts.writingSignIn(now, all)
}
