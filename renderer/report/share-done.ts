import type { SaveJob } from './save-job.ts'

/** Where reading ends and laying out ends, measured with 10,000 sign-ins; a list is only written. */
const READ = 0.1
const LAID_OUT = 0.45

/**
 * How much of a file is made, from 0 to 1; it never goes back. `pages` is the number that laying out will come to. The
 * size of an HTML file is not known before its end, so its share stays where writing begins.
 */
export function shareDone({ saving, progress }: Pick<SaveJob, 'saving' | 'progress'>, pages: number): number {
  if (progress === null) return 0
  const { step, done, total } = progress
  const part = (of: number) => (of === 0 ? 0 : Math.min(1, done / of))
  if (step === 'collecting') return READ * part(total)
  if (step === 'laying-out') return READ + (LAID_OUT - READ) * part(pages)
  if (saving === 'pdf') return LAID_OUT + (1 - LAID_OUT) * part(total)
  return saving === 'html' ? READ + (1 - READ) * part(total) : part(total)
}
