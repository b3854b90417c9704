import type { Command } from 'commander'
import { CaseDetails } from '../../shared/domain/case.ts'
import { UsageError } from './exit-codes.ts'

/** Options by the names of the details; absent is not the same as empty. */
export type DetailsOptions = { readonly [Name in keyof CaseDetails]?: string }

// `examiner` is an option of many commands, for the custody log, and each says what it does there.
const WORDS: Readonly<Record<Exclude<keyof CaseDetails, 'examiner'>, string>> = {
  caseNumber: 'the number of the case',
  title: 'the title of the report',
  organisation: 'whose examination it is',
  examinerRole: 'what the examiner is in this matter',
  examinerQualification: 'what makes the examiner able to examine, such as certificates',
  reviewer: 'who reviews',
  requestedBy: 'who asked for the examination',
  question: 'what was asked',
  received: 'from whom the evidence came, when and how',
}

/** Adds the options by which people describe a case; `when` stands behind each. */
export function withDetails(command: Command, when: string): Command {
  for (const [name, what] of Object.entries(WORDS)) {
    const flag = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    command.option(`--${flag} <text>`, `${what}${when}`)
  }
  return command
}

/** Whether an option describes the case; the name of who works is not counted. */
export function describes(options: DetailsOptions): boolean {
  return Object.keys(WORDS).some((name) => options[name as keyof typeof WORDS] !== undefined)
}

/** `before` with what the options state. Throws `UsageError` for a text that is too long. */
export function detailsOf(options: DetailsOptions, before: CaseDetails): CaseDetails {
  const names = Object.keys(CaseDetails.shape) as (keyof CaseDetails)[]
  const stated = names.filter((name) => options[name] !== undefined).map((name) => [name, options[name]])
  const read = CaseDetails.safeParse({ ...before, ...Object.fromEntries(stated) })
  if (read.success) return read.data
  throw new UsageError(
    read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'),
  )
}
