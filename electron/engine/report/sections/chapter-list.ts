import { REPORT_CHAPTERS, type ReportChapter } from '../../../../shared/domain/report.ts'
import type { reportWords } from '../../../../shared/messages/report.ts'
import { fill } from '../../../../shared/messages/report-fill.ts'
import type { ReportModel } from '../model.ts'

export type ChapterId = ReportChapter

/** Up to this many files stand in the chapter of items; more are listed in annex A. */
export const FILES_IN_CHAPTER = 40
/** The chapters of one report, in order. */
export function chaptersOf(model: ReportModel): ChapterId[] {
  const { leaveOut, certification } = model.options
  const out = new Set<string>(leaveOut)
  return REPORT_CHAPTERS.filter((id) => {
    if (id === 'certification') return certification
    if (id === 'annex') return model.sources.length > FILES_IN_CHAPTER
    return !out.has(id)
  })
}

/** `chapter 5`, for a sentence; what was left out is said to be. */
export function chapterRefs(
  chapters: readonly ChapterId[],
  words: (typeof reportWords)['en'],
): Record<ChapterRef, string> {
  const refs = REPORT_CHAPTERS.map((id) => {
    const at = chapters.indexOf(id)
    const text = at === -1 ? words.chapterLeftOut : fill(words.chapterNumber, { n: String(at + 1) })
    return [`ch_${id.replace('-', '')}`, text]
  })
  return Object.fromEntries(refs) as Record<ChapterRef, string>
}

/** Places in the texts that name a chapter. */
export type ChapterRef = `ch_${Exclude<ChapterId, 'sign-ins'> | 'signins'}`
