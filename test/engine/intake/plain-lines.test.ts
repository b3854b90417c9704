import { expect, it } from 'vitest'
import { createPlainLines, isPlain } from '../../../electron/engine/intake/plain-lines.ts'
import { READER_VERSION } from '../../../electron/engine/intake/reader-version.ts'
import type { Reading } from '../../../electron/engine/intake/reading.ts'
import { freshCase } from '../open-case.ts'

const reading = (records: number): Reading => ({
  bytes: 1000 + records,
  sha256: records.toString(16).padStart(64, '0'),
  contentBytes: 9000 + records,
  contentSha256: records % 2 === 0 ? null : 'b'.repeat(64),
  format: 'trail-json-gzip',
  status: 'read',
  trouble: null,
  records,
  signIns: 0,
  companions: records % 3,
})

it.each([0, 1, 24, 25, 26, 50, 137])('writes %i lines as they are, each once', (count) => {
  const { db } = freshCase()
  db.prepare("insert into import_run (id, started_at, paths) values (1, 0, '[]')").run()
  const lines = createPlainLines(db)
  const write = db.transaction(() => {
    for (let id = 1; id <= count; id += 1) {
      const file = {
        importId: 1,
        path: `/logs/${id}`,
        shownPath: `logs/${id}`,
        modifiedAt: id === 2 ? null : id,
      }
      lines.add(id, file, reading(id))
    }
    lines.write()
    lines.write()
  })
  write.immediate()
  const rows = db.prepare('select * from source order by id').all()
  expect(rows).toHaveLength(count)
  for (const [index, row] of rows.entries()) {
    const id = index + 1
    const { bytes, sha256, contentBytes, contentSha256, records, companions } = reading(id)
    expect(row).toEqual({
      id,
      parent_id: null,
      import_id: 1,
      path: `/logs/${id}`,
      shown_path: `logs/${id}`,
      bytes,
      modified_at: id === 2 ? null : id,
      sha256,
      content_bytes: contentBytes,
      content_sha256: contentSha256,
      format: 'trail-json-gzip',
      status: 'read',
      reason: null,
      detail: null,
      trouble_offset: null,
      trouble_in: null,
      records,
      sign_ins: 0,
      indexed: 0,
      duplicates: 0,
      conflicts: 0,
      first_time: null,
      last_time: null,
      companions,
      reader_version: READER_VERSION,
    })
  }
})

it('has other lines for sign-ins and for trouble', () => {
  expect(isPlain(reading(1))).toBe(true)
  expect(isPlain({ ...reading(1), signIns: 1 })).toBe(false)
  const trouble = { reason: 'gzip-truncated', detail: '', offset: 1, offsetIn: 'file' } as const
  expect(isPlain({ ...reading(1), status: 'partial', trouble })).toBe(false)
})
