import { describe, expect, it } from 'vitest'
import { checkCustody, listCustody } from '../../../electron/engine/custody/log.ts'
import { addFindingNote, setFindingNoteRemoved } from '../../../electron/engine/detect/finding-notes.ts'
import { findingDetail, listFindings } from '../../../electron/engine/detect/findings.ts'
import { judgeFinding } from '../../../electron/engine/detect/judge.ts'
import { runDetections } from '../../../electron/engine/detect/run.ts'
import { detectionState } from '../../../electron/engine/detect/state.ts'
import { signInRows } from '../../../electron/engine/timeline/views.ts'
import { anyFinding } from '../../../shared/domain/finding.ts'
import { archive, packedLog, writeFile } from '../../fixtures/archive.ts'
import { trail } from '../../fixtures/trail.ts'
import { freshCase, freshFolder, importInto } from '../open-case.ts'
import { caseOf, lines, still } from './detected.ts'

const withoutMfa = () => caseOf(['10:00 alice ConsoleLogin ok no-mfa', '10:05 root ConsoleLogin ok mfa'])

describe('findings of a later run', () => {
  it('are the same rows with their judgement and notes', async () => {
    const { db, actor } = await withoutMfa()
    await runDetections(db, actor, still)
    const [before] = listFindings(db, { ...anyFinding, rules: ['no-mfa'] }).rows
    judgeFinding(db, actor, before!.id, 'dismissed', 'A test account.')
    addFindingNote(db, actor, before!.id, 'Ask again in October.')
    await runDetections(db, actor, still)
    const [after] = listFindings(db, { ...anyFinding, rules: ['no-mfa'] }).rows
    expect(after).toMatchObject({ id: before!.id, verdict: 'dismissed', notes: 1, gone: false, grown: false })
  })

  it('stay the same when an import brings earlier records, and say that they have grown', async () => {
    const made = await withoutMfa()
    const { db, actor } = made
    await runDetections(db, actor, still)
    const [before] = listFindings(db, { ...anyFinding, rules: ['no-mfa'] }).rows
    judgeFinding(db, actor, before!.id, 'accepted', '')
    const folder = freshFolder()
    archive(folder, trail('09:00 alice ConsoleLogin ok no-mfa from 198.51.100.23'))
    await importInto(made, [folder])
    expect(detectionState(db).outdated).toContain('sign-ins')
    await runDetections(db, actor, still)
    expect(detectionState(db).outdated).toEqual([])
    expect(listFindings(db, { ...anyFinding, rules: ['no-mfa'] }).rows).toMatchObject([
      { id: before!.id, events: 2, verdict: 'accepted', grown: true },
    ])
  })

  it('that are not found again go, but for those that somebody judged', async () => {
    const { db, actor } = await caseOf([
      '10:00 alice ConsoleLogin ok mfa from 203.0.113.41',
      '10:01 bob ConsoleLogin ok mfa from 203.0.113.41',
    ])
    const trust = (cidr: string) =>
      db
        .prepare(`insert into known_network (cidr, label, trusted, author, at) values (?, '', 1, '', 0)`)
        .run(cidr)
    trust('192.0.2.0/24')
    await runDetections(db, actor, still)
    const outside = () => listFindings(db, { ...anyFinding, rules: ['outside-trusted'] }).rows
    expect(outside().map((row) => row.subject)).toEqual(['alice', 'bob'])
    judgeFinding(db, actor, outside()[0]!.id, 'accepted', 'Was at home.')
    trust('203.0.113.0/24')
    expect(detectionState(db).outdated).toEqual(['networks'])
    await runDetections(db, actor, still)
    expect(outside()).toMatchObject([{ subject: 'alice', gone: true, verdict: 'accepted' }])
  })
})

describe('judgements', () => {
  it('need a reason to dismiss, are added and never changed, and stand in the custody log', async () => {
    const { db, actor } = await withoutMfa()
    await runDetections(db, actor, still)
    const [row] = listFindings(db, { ...anyFinding, rules: ['no-mfa'] }).rows
    expect(() => judgeFinding(db, actor, row!.id, 'dismissed', '  ')).toThrow('with a reason')
    judgeFinding(db, actor, row!.id, 'dismissed', 'Known.')
    judgeFinding(db, actor, row!.id, 'open', '')
    expect(findingDetail(db, row!.id).judgements.map(({ verdict }) => verdict)).toEqual(['dismissed', 'open'])
    expect(() => db.exec(`update finding_judgement set reason = ''`)).toThrow('never changed')
    expect(() => db.exec('delete from finding_judgement')).toThrow('never deleted')
    const actions = listCustody(db, 0, 50).map((entry) => entry.action)
    expect(actions.slice(-3)).toEqual(['detection.run', 'finding.judged', 'finding.judged'])
    expect(checkCustody(db).intact).toBe(true)
  })
  it('take the flag off the row of the timeline when a finding is dismissed; hints never set one', async () => {
    const { db, actor } = await caseOf([
      '10:00 alice ConsoleLogin ok no-mfa',
      '10:01 bob ConsoleLogin failed',
    ])
    await runDetections(db, actor, still)
    const flags = () => signInRows(db, [1, 2]).map((row) => row.flag)
    expect(flags()).toEqual([{ severity: 'high', count: 1 }, null])
    const [row] = listFindings(db, { ...anyFinding, rules: ['no-mfa'] }).rows
    judgeFinding(db, actor, row!.id, 'dismissed', 'Known.')
    expect(flags()).toEqual([null, null])
  })
  it('notes can be taken away and brought back; their wording stays', async () => {
    const { db, actor } = await withoutMfa()
    await runDetections(db, actor, still)
    const [row] = listFindings(db, anyFinding).rows
    addFindingNote(db, actor, row!.id, 'x')
    setFindingNoteRemoved(db, actor, 1, true)
    expect(findingDetail(db, row!.id)).toMatchObject({
      row: { notes: 0 },
      notes: [{ removed: true, text: 'x' }],
    })
    setFindingNoteRemoved(db, actor, 1, false)
    expect(findingDetail(db, row!.id)).toMatchObject({ row: { notes: 1 }, notes: [{ revisions: 3 }] })
  })
})

describe('a run', () => {
  it('that is stopped keeps the findings of the run before', async () => {
    const { db, actor } = await withoutMfa()
    await runDetections(db, actor, still)
    const before = listFindings(db, anyFinding)
    const stop = new AbortController()
    stop.abort()
    await expect(runDetections(db, actor, { ...still, signal: stop.signal })).rejects.toMatchObject({
      code: 'cancelled',
    })
    expect(listFindings(db, anyFinding)).toEqual(before)
  })
  it('changes no evidence', async () => {
    const { db, actor } = await caseOf(
      lines(30, '10:00:00', 10, 'user{i} ConsoleLogin failed from 198.51.100.23'),
    )
    const evidence = () =>
      ['sign_in', 'sighting', 'source'].map((table) => db.prepare(`select * from ${table}`).all())
    const before = evidence()
    await runDetections(db, actor, still)
    expect(evidence()).toEqual(before)
  })
  it('leaves out records without a time where a rule has a time span, and says how many', async () => {
    const timeless = trail('10:00 alice ConsoleLogin ok no-mfa').map((record) => ({
      ...record,
      eventTime: 'soon',
    }))
    const made = freshCase()
    const { db, actor } = made
    const folder = freshFolder()
    writeFile(folder, 'log.json.gz', packedLog(timeless))
    await importInto(made, [folder])
    await runDetections(db, actor, still)
    expect(detectionState(db).withoutTime).toBe(1)
    expect(listFindings(db, { ...anyFinding, rules: ['no-mfa'] }).rows).toMatchObject([
      { events: 1, firstTime: null },
    ])
  })
})
