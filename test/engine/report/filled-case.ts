import { Writable } from 'node:stream'
import { addNote, removeNote, reviseNote } from '../../../electron/engine/notes/notes.ts'
import { collectReport } from '../../../electron/engine/report/collect.ts'
import { lastChangeAt } from '../../../electron/engine/report/last-change.ts'
import type { ReportModel } from '../../../electron/engine/report/model.ts'
import { writePdf } from '../../../electron/engine/report/pdf.ts'
import { idsOfEvent } from '../../../electron/engine/timeline/detail.ts'
import { emptyFilter } from '../../../shared/domain/filter.ts'
import { plainReport, type ReportOptions } from '../../../shared/domain/report.ts'
import { archive, packedLog, writeFile } from '../../fixtures/archive.ts'
import { truncated } from '../../fixtures/damage.ts'
import { type JsonMap, trail } from '../../fixtures/trail.ts'
import { freshCase, freshFolder, importInto, type TestCase } from '../open-case.ts'

export const EVENT = {
  noMfa: '11111111-0000-4000-8000-000000000001',
  failed: '11111111-0000-4000-8000-000000000002',
  switched: '11111111-0000-4000-8000-000000000003',
} as const

/** One morning with each kind of outcome; the last record is on the next day in Tokyo. */
export const MORNING: readonly string[] = [
  '09:00 alice ConsoleLogin ok mfa from 203.0.113.41',
  `09:05 alice ConsoleLogin ok no-mfa from 198.51.100.23 id ${EVENT.noMfa}`,
  `09:06 bob ConsoleLogin failed from 198.51.100.23 id ${EVENT.failed}`,
  '09:07 hidden ConsoleLogin failed from 198.51.100.23',
  '09:07:30 root ConsoleLogin ok mfa from 203.0.113.41',
  '09:08 Admin/alice ConsoleLogin ok from 203.0.113.41',
  `09:09 Admin/alice SwitchRole ok in 444455556666 id ${EVENT.switched}`,
  '09:10 portal:mika Authenticate in 444455556666 at ap-northeast-1',
  '09:20 alice ec2:RunInstances ok',
  '22:40:12 carol ConsoleLogin ok mfa',
]

/** A user name with everything that a report must show and not act upon. */
export const ODD_NAME = '=cmd|花子‮é\u0000—👾\\u{41}'

export interface FilledCase extends TestCase {
  readonly folder: string
}

/** A case with good, damaged and foreign files, duplicates, and notes; `extra` records come on top. */
export async function filledCase(extra: readonly JsonMap[] = []): Promise<FilledCase> {
  const folder = freshFolder()
  const records = [...trail(...MORNING), ...extra]
  archive(`${folder}/items`, records)
  writeFile(folder, 'items/copy/again.json.gz', packedLog(records.slice(0, 2)))
  const many = trail(
    '08:00 dave ConsoleLogin ok mfa',
    '08:01 dave ConsoleLogin failed',
    '08:02 erin ConsoleLogin ok mfa',
  )
  writeFile(folder, 'items/broken/cut.json.gz', truncated(packedLog(many), 0.8))
  writeFile(folder, "items/it's a note.txt", 'not a log')
  const opened = freshCase()
  await importInto(opened, [`${folder}/items`])
  return { ...opened, folder }
}

/** The same with a user whose name is `ODD_NAME`. */
export function oddCase(): Promise<FilledCase> {
  const [record] = trail('10:00 nobody ConsoleLogin failed from 198.51.100.23')
  const userIdentity = { ...(record!['userIdentity'] as object), userName: ODD_NAME }
  return filledCase([{ ...record, userIdentity }])
}

/** Three notes on two events: one reworded, one taken away. */
export function annotate({ db, actor }: TestCase): void {
  const on = (event: string) => idsOfEvent(db, event)[0]!
  const first = addNote(db, actor, on(EVENT.noMfa), 'Alice was on leave that day.')
  reviseNote(db, actor, first.id, 'Alice was on leave that day, says her team.')
  addNote(db, actor, on(EVENT.switched), 'ロールの切り替えは想定外です。')
  const gone = addNote(db, actor, on(EVENT.switched), 'Taken back.')
  removeNote(db, actor, gone.id)
}

/** Options at the first moment at which the case may be reported. */
export function optionsFor({ db }: TestCase, changes: Partial<ReportOptions> = {}): ReportOptions {
  const issuedAt = Math.ceil(lastChangeAt(db)! / 1000)
  return { ...plainReport, language: 'en', zone: 'Asia/Tokyo', filter: emptyFilter, issuedAt, ...changes }
}

export function modelOf(opened: TestCase, changes: Partial<ReportOptions> = {}): ReportModel {
  return collectReport(opened.db, optionsFor(opened, changes), opened.actor.tool)
}

/** A stream that keeps what is written to it. */
export function memory(): { readonly stream: Writable; readonly bytes: () => Buffer } {
  const parts: Buffer[] = []
  const stream = new Writable({
    write(part: Buffer, _encoding, done) {
      parts.push(part)
      done()
    },
  })
  return { stream, bytes: () => Buffer.concat(parts) }
}

export async function pdfOf(model: ReportModel): Promise<{ readonly bytes: Buffer; readonly pages: number }> {
  const { stream, bytes } = memory()
  const hooks = { signal: new AbortController().signal, onProgress: () => undefined }
  const { pages } = await writePdf(model, stream, hooks)
  return { bytes: bytes(), pages }
}
