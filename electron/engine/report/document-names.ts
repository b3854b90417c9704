import { reportWords } from '../../../shared/messages/report.ts'
import { workPaperWords } from '../../../shared/messages/report-work-paper.ts'
import type { ReportModel } from './model.ts'

/** What kind of document a model is printed as, and its title: that of the case, or a usual one. */
export function documentNames({ options, details, workPaper }: ReportModel): {
  readonly kind: string
  readonly title: string
} {
  const words = workPaper === null ? reportWords[options.language] : workPaperWords[options.language]
  return { kind: words.kind, title: details.title === '' ? words.defaultTitle : details.title }
}
