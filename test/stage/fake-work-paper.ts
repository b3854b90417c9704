import {
  PAPER_TESTS,
  type PaperRow,
  type PaperSettings,
  type SampleJudgement,
  type WorkPaper,
} from '../../shared/domain/work-paper.ts'
import type { Handlers } from '../../shared/ipc/serve.ts'
import { at, sha256Of } from './fake-case.ts'

type PaperCalls = 'workPaper.settings' | 'workPaper.keep' | 'workPaper.run' | 'workPaper.judge'

const proposed: PaperSettings = {
  zone: 'Asia/Tokyo',
  from: at(11, '00:00:00') - 9 * 3600,
  to: at(17, '00:00:00') - 9 * 3600,
  officeHours: { days: [1, 2, 3, 4, 5], begin: '09:00', end: '18:00', holidays: [] },
  dormantDays: 90,
  bursts: { atLeast: 5, gapMinutes: 2 },
  sample: { size: 'records', amount: 3, seed: 'ab12', byOutcome: false },
}

/** A paper of three records with one exception of one test; judgements are kept in memory. */
export function fakeWorkPaper(): Pick<Handlers, PaperCalls> {
  let kept: PaperSettings | null = null
  const judgements: SampleJudgement[] = []
  return {
    'workPaper.settings': () => ({ settings: kept ?? proposed, kept: kept !== null }),
    'workPaper.keep': (settings) => {
      kept = settings
    },
    'workPaper.run': (settings) => paperOf(settings, judgements),
    'workPaper.judge': ({ signInId, result, remark }) => {
      judgements.push({ signInId, result, remark, author: 'M. Kobayashi', at: at(16, '01:00:00') * 1000 })
      return judgements.filter((one) => one.signInId === signInId)
    },
  }
}

function rowOf(id: number): PaperRow {
  return {
    id,
    eventId: `0f3a91c4-7d2e-4b6a-8c51-00000000000${id}`,
    time: at(12, `0${id}:00:00`),
    eventName: 'ConsoleLogin',
    outcome: 'success',
    mfa: id === 1 ? 'not-used' : 'used',
    kind: 'iam-user',
    name: `user${id}`,
    sourceIp: '203.0.113.7',
    region: 'us-east-1',
    account: '111122223333',
    switchedFrom: null,
    arn: null,
    notes: [],
  }
}

function paperOf(settings: PaperSettings, judgements: readonly SampleJudgement[]): WorkPaper {
  const place = {
    path: 'a.json.gz',
    fileSha256: sha256Of(1),
    recordNumber: 1,
    byteStart: 0,
    byteEnd: 9,
    places: 1,
  }
  return {
    settings,
    population: {
      inPeriod: 3,
      before: 0,
      after: 0,
      withoutTime: 0,
      outcomes: { success: 3, failure: 0, 'not-stated': 0 },
      archiveFirst: at(12, '01:00:00'),
      archiveLast: at(12, '03:00:00'),
      offsets: [{ from: settings.from, to: settings.to, seconds: 32_400 }],
      trusted: [],
    },
    results: PAPER_TESTS.map((test) => ({
      test,
      reason: test === 'outside-networks' ? 'no-trusted-networks' : null,
      examined: test === 'outside-networks' ? 0 : 3,
      exceptions: test === 'no-mfa' ? 1 : 0,
      apart: [],
      listed: test === 'no-mfa' ? [{ number: 1, row: rowOf(1), burst: null, lastBefore: null }] : [],
      query: null,
      sql: null,
    })),
    sample: {
      strata: [{ outcome: null, population: 3, drawn: 3, sql: 'select 1' }],
      items: [3, 1, 2].map((id, index) => ({
        number: index + 1,
        row: rowOf(id),
        key: `key-${id}`,
        drawHash: sha256Of(id),
        place,
        judgements: judgements.filter((one) => one.signInId === id),
      })),
    },
  }
}
