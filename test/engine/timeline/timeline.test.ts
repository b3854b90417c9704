import { describe, expect, it } from 'vitest'
import { atOnce } from '../../../electron/engine/query/store/steps.ts'
import { signInDetail } from '../../../electron/engine/timeline/detail.ts'
import { countFacets } from '../../../electron/engine/timeline/facets.ts'
import { createTimelineViews } from '../../../electron/engine/timeline/views.ts'
import { emptyFilter, HIDDEN_NAME, type SignInFilter } from '../../../shared/domain/filter.ts'
import type { SignInRow } from '../../../shared/domain/sign-in.ts'
import { archive } from '../../fixtures/archive.ts'
import { trail } from '../../fixtures/trail.ts'
import { freshCase, freshFolder, importInto, type TestCase } from '../open-case.ts'

async function caseOf(...lines: string[]): Promise<TestCase> {
  const folder = freshFolder()
  archive(folder, trail(...lines))
  const made = freshCase()
  await importInto(made, [folder])
  return made
}

function rowsOf({ db }: TestCase, filter: Partial<SignInFilter> = {}): SignInRow[] {
  const views = createTimelineViews(db)
  const { view, matched } = views.open({ ...emptyFilter, ...filter }, null)
  return matched === 0 ? [] : views.page(view, 0, matched)
}

const names = (rows: readonly SignInRow[]) => rows.map((row) => row.principalName)

describe('timeline', () => {
  it('is in order of event time, whatever order the files have', async () => {
    const made = await caseOf(
      '12:00 carol ConsoleLogin ok',
      '10:00 alice ConsoleLogin ok',
      '11:00 bob ConsoleLogin ok',
    )
    expect(names(rowsOf(made))).toEqual(['alice', 'bob', 'carol'])
  })

  it('gives the same rows in pages as at once, and does not move when rows arrive', async () => {
    const lines = Array.from(
      { length: 57 },
      (_, i) => `10:${String(i).padStart(2, '0')} user${i} ConsoleLogin ok`,
    )
    const made = await caseOf(...lines)
    const views = createTimelineViews(made.db)
    const { view, matched } = views.open(emptyFilter, null)
    const more = freshFolder()
    archive(more, trail('09:00 early ConsoleLogin ok'))
    await importInto(made, [more])
    const paged = [0, 20, 40].flatMap((offset) => views.page(view, offset, 20))
    expect(matched).toBe(57)
    expect(names(paged)).toEqual(lines.map((_, i) => `user${i}`))
  })

  it('says where a row went when the view is made again', async () => {
    const made = await caseOf('10:00 alice ConsoleLogin ok', '11:00 bob ConsoleLogin failed')
    const views = createTimelineViews(made.db)
    const [, bob] = rowsOf(made)
    expect(views.open(emptyFilter, bob!.id).keptIndex).toBe(1)
    expect(views.open({ ...emptyFilter, outcomes: ['success'] }, bob!.id).keptIndex).toBeNull()
  })

  it.each<[string, Partial<SignInFilter>, string[]]>([
    ['outcome', { outcomes: ['failure'] }, ['bob']],
    ['event', { eventNames: ['CheckMfa'] }, ['carol']],
    ['principal', { principals: ['iam-user:alice', 'iam-user:carol'] }, ['alice', 'carol']],
    ['MFA', { mfa: ['used'] }, ['alice', 'carol']],
    ['text, in any letter case', { text: '198.51.100.23 consolelogin' }, ['bob']],
    ['text with a percent sign', { text: '%' }, []],
    [
      'time',
      { from: Date.parse('2024-09-14T11:00:00Z') / 1000, to: Date.parse('2024-09-14T12:00:00Z') / 1000 },
      ['bob'],
    ],
  ])('is filtered by %s', async (_what, filter, wanted) => {
    const made = await caseOf(
      '10:00 alice ConsoleLogin ok mfa',
      '11:00 bob ConsoleLogin failed no-mfa from 198.51.100.23',
      '12:00 carol CheckMfa ok',
    )
    expect(names(rowsOf(made, filter))).toEqual(wanted)
  })

  it('counts hidden names together, and never as a person of that name', async () => {
    const made = await caseOf(
      '10:00 hidden ConsoleLogin failed',
      '10:01 hidden ConsoleLogin failed',
      '10:02 alice ConsoleLogin ok',
    )
    const { principals } = atOnce(countFacets(made.db, emptyFilter))
    expect(principals).toMatchObject([
      { key: HIDDEN_NAME, count: 2, name: null },
      { key: 'iam-user:alice', count: 1, name: 'alice' },
    ])
    expect(rowsOf(made, { principals: [HIDDEN_NAME] })).toHaveLength(2)
  })

  it("counts a field's values by all other fields", async () => {
    const made = await caseOf(
      '10:00 alice ConsoleLogin ok',
      '10:01 alice ConsoleLogin failed',
      '10:02 bob ConsoleLogin failed',
    )
    const facets = atOnce(countFacets(made.db, { ...emptyFilter, outcomes: ['success'] }))
    expect(facets.outcomes).toEqual([
      { key: 'failure', count: 2 },
      { key: 'success', count: 1 },
    ])
    expect(facets.principals).toMatchObject([{ key: 'iam-user:alice', count: 1 }])
  })

  it('shows an event with its bytes, its place and how it was read', async () => {
    const made = await caseOf('10:00 alice ConsoleLogin ok no-mfa')
    const detail = signInDetail(made.db, 1)
    expect(detail).toMatchObject({
      outcomeBasis: 'responseElements',
      mfaBasis: 'MFAUsed',
      mfaRaw: 'No',
      rawIsUtf8: true,
    })
    expect(detail.sightings).toMatchObject([{ recordNumber: 1, recordsInSource: 1, byteStart: 12 }])
    expect(JSON.parse(detail.raw).userIdentity.userName).toBe('alice')
  })
})
