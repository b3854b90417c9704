import type { ReportProgress } from '../../shared/domain/report.ts'
import type { reportScreenTexts } from '../../shared/messages/report-screen.ts'
import { percentText } from '../import/import-sums.ts'
import { countText } from '../settings/numbers.ts'

/** How far a report is, in words: pages are counted before their number is known. */
export function makingText(
  texts: Readonly<(typeof reportScreenTexts)['en']>,
  progress: ReportProgress | null,
): string {
  if (progress === null) return texts.makingPreview
  const { step, done, total } = progress
  if (total > 0) return texts.savingAs(texts[step], percentText(done, total))
  return done > 0 ? texts.layingOutPage(countText(done)) : texts.makingPreview
}
