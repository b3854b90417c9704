import type { WritableCase } from './rights.ts'
import { step1 } from './steps/step-1.ts'
import { step2 } from './steps/step-2.ts'
import { step3 } from './steps/step-3.ts'
import { step4 } from './steps/step-4.ts'
import { step5 } from './steps/step-5.ts'

/** Steps in order; step n brings `user_version` to n. A released step is never edited, only followed by another. */
const STEPS: readonly string[] = [step1, step2, step3, step4, step5]

/** The schema that this program writes. */
export const SCHEMA_STEPS = STEPS.length

/** The steps that bring an empty file to `version`. */
export function stepsUpTo(version: number): readonly string[] {
  return STEPS.slice(0, version)
}

/** Runs the missing steps and returns the step the file stood at. Call it inside a transaction. */
export function migrate(db: WritableCase): number {
  const from = Number(db.pragma('user_version', { simple: true }))
  for (const step of STEPS.slice(from)) db.exec(step)
  db.pragma(`user_version = ${SCHEMA_STEPS}`)
  return from
}
