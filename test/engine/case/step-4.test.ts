import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { SCHEMA_STEPS } from '../../../electron/engine/case/migrate.ts'
import { openCase, readCase } from '../../../electron/engine/case/open.ts'
import { step1 } from '../../../electron/engine/case/steps/step-1.ts'
import { step2 } from '../../../electron/engine/case/steps/step-2.ts'
import { step3 } from '../../../electron/engine/case/steps/step-3.ts'
import { caseDetails, describeCase } from '../../../electron/engine/case/summary.ts'
import { listCustody } from '../../../electron/engine/custody/log.ts'
import { CaseDetails, emptyCaseDetails } from '../../../shared/domain/case.ts'
import { freshCase, freshFolder, testActor } from '../open-case.ts'

/** A case file as schema step 3 made it. */
function oldCase(): string {
  const path = join(freshFolder(), 'old.trailcase')
  const db = new Database(path)
  for (const step of [step1, step2, step3]) db.exec(step)
  db.pragma('application_id = 0x54524c43')
  db.pragma('user_version = 3')
  db.exec(
    `insert into case_info values (1, 'IR-1', 'T', 'M. Kobayashi', 'R', 'O', 'B', 'Q?', 0, 'Trailcase 0.0.1')`,
  )
  db.close()
  return path
}

describe('role and qualification of the examiner', () => {
  it('are not stated in a case of schema step 3, whose other details stay', () => {
    const path = oldCase()
    expect(() => readCase(path)).toThrow(expect.objectContaining({ code: 'case-older' }))
    const db = openCase(path, testActor())
    expect(caseDetails(db)).toEqual({
      caseNumber: 'IR-1',
      title: 'T',
      examiner: 'M. Kobayashi',
      examinerRole: '',
      examinerQualification: '',
      reviewer: 'R',
      organisation: 'O',
      requestedBy: 'B',
      question: 'Q?',
      received: '',
    })
    expect(JSON.parse(listCustody(db, 0, 1)[0]!.detail)).toMatchObject({
      schemaFrom: 3,
      schemaTo: SCHEMA_STEPS,
    })
    db.close()
  })

  it('are kept with the case, and the log has what each was before', () => {
    const { db, actor } = freshCase()
    const stated = { ...caseDetails(db), examinerRole: 'Incident responder', examinerQualification: 'GCFA' }
    describeCase(db, actor, stated)
    describeCase(db, actor, { ...stated, examinerQualification: '' })
    describeCase(db, actor, { ...stated, examinerQualification: '' })
    expect(caseDetails(db)).toEqual({ ...stated, examinerQualification: '' })
    const described = listCustody(db, 0, 9).filter(({ action }) => action === 'case.described')
    expect(described.map(({ detail }) => JSON.parse(detail))).toEqual([
      {
        examinerRole: { from: '', to: 'Incident responder' },
        examinerQualification: { from: '', to: 'GCFA' },
      },
      { examinerQualification: { from: 'GCFA', to: '' } },
    ])
  })

  it('are one line each, and must be given, if only as empty', () => {
    const { examinerRole: _, ...without } = emptyCaseDetails
    expect(CaseDetails.safeParse(without).success).toBe(false)
    for (const field of ['examinerRole', 'examinerQualification'] as const) {
      const of = (text: string) => CaseDetails.safeParse({ ...emptyCaseDetails, [field]: text })
      expect([of('x'.repeat(500)).success, of('x'.repeat(501)).success]).toEqual([true, false])
      expect(of('  GCFA ').data?.[field]).toBe('GCFA')
    }
  })
})
