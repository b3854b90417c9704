import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { relative } from 'node:path'
import Database from 'better-sqlite3'
import type { ReadableCase } from '../../../electron/engine/case/rights.ts'
import { FACT_COLUMN_NAMES } from '../../../electron/engine/case/rows.ts'
import { checkCustody } from '../../../electron/engine/custody/log.ts'
import { canonicalJson } from '../../../electron/engine/signin/canonical-json.ts'

/** What a case says, without what may differ between two imports of the same files: numbers of rows and times. */
export interface CaseContent {
  /** Each sign-in: key, what it says, facts, and whether it is marked as in conflict. */
  readonly signIns: readonly string[]
  /** Each place: path, hash of the file, record number, byte range, and which sign-in it is. */
  readonly sightings: readonly string[]
  /** Each record of a changed trail: key, what it says, and what was read from it. */
  readonly trailChanges: readonly string[]
  /** Each place of one, as of sign-ins. */
  readonly trailSightings: readonly string[]
  /** Each line of the ledger. Which of two files was first with an event is left out: it depends on the threads. */
  readonly sources: readonly string[]
  readonly notes: readonly string[]
}

interface Row {
  readonly [column: string]: unknown
}

/** Reads a case as it stands, with nothing but SQLite. Paths are given below `root`. */
export function caseContent(path: string, root: string): CaseContent {
  const db = new Database(path, { readonly: true })
  try {
    const texts = new Map<number, string>()
    const signIns = (db.prepare('select * from sign_in').all() as Row[]).map((row) => {
      const text = `${String(row['record_key'])} ${sayingOf(row['raw'] as Uint8Array)}`
      texts.set(Number(row['id']), text)
      return JSON.stringify([
        text,
        row['conflict'],
        row['raw_form'],
        ...FACT_COLUMN_NAMES.map((name) => row[name]),
      ])
    })
    const sightings = db
      .prepare('select o.path, o.sha256, g.* from sighting g join source o on o.id = g.source_id')
      .all() as Row[]
    const changed = new Map<number, string>()
    const trailChanges = (db.prepare('select * from trail_change').all() as Row[]).map(
      ({ id, raw, record_key, ...facts }) => {
        const text = `${String(record_key)} ${sayingOf(raw as Uint8Array)}`
        changed.set(Number(id), text)
        return JSON.stringify([text, facts])
      },
    )
    const trailSightings = db
      .prepare(
        'select o.path, o.sha256, g.* from trail_change_sighting g join source o on o.id = g.source_id',
      )
      .all() as Row[]
    const sources = db
      .prepare(
        `select path, shown_path, bytes, sha256, content_bytes, content_sha256, format, status, reason, detail,
           trouble_offset, trouble_in, records, sign_ins, companions, first_time, last_time,
           indexed + duplicates + conflicts as taken,
           (select path from source parent where parent.id = source.parent_id) as parent from source`,
      )
      .all() as Row[]
    const notes = db
      .prepare('select n.sign_in_id, r.* from note n join note_revision r on r.note_id = n.id')
      .all() as Row[]
    const below = (given: unknown) => (given === null ? null : relative(root, String(given)))
    const place = (row: Row, saying: string | undefined) => {
      const { path, sha256, record_number, byte_start, byte_end, encoding } = row
      return JSON.stringify([below(path), sha256, record_number, byte_start, byte_end, encoding, saying])
    }
    return {
      signIns: signIns.sort(),
      sightings: sightings.map((row) => place(row, texts.get(Number(row['sign_in_id'])))).sort(),
      trailChanges: trailChanges.sort(),
      trailSightings: trailSightings
        .map((row) => place(row, changed.get(Number(row['trail_change_id']))))
        .sort(),
      sources: sources
        .map((row) => JSON.stringify({ ...row, path: below(row['path']), parent: below(row['parent']) }))
        .map((text) => text.replaceAll(root, ''))
        .sort(),
      notes: notes
        .map((row) => JSON.stringify([texts.get(Number(row['sign_in_id'])), row['revision'], row['text']]))
        .sort(),
    }
  } finally {
    db.close()
  }
}

/** The hash of what a record says, however it is laid out; of its bytes when it has no such form. */
function sayingOf(raw: Uint8Array): string {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(raw)
  return createHash('sha256')
    .update(canonicalJson(text) ?? raw)
    .digest('hex')
}

/**
 * Asserts what must hold for a case whenever no import runs: SQLite finds no fault, nothing points nowhere, custody
 * holds, no file is half read, nothing is there twice, and the sums that the report prints add up.
 */
export function expectSound(path: string): void {
  const db = new Database(path, { readonly: true })
  const one = (sql: string) => db.prepare(sql).pluck().get()
  try {
    assert.equal(db.pragma('integrity_check', { simple: true }), 'ok')
    assert.deepEqual(db.pragma('foreign_key_check'), [])
    assert.ok(checkCustody(db as unknown as ReadableCase).intact, 'the custody log is broken')
    assert.equal(one(`select count(*) from source where status = 'reading'`), 0, 'files are half read')
    assert.equal(one('select count(*) from case_info'), 1)
    const unseen = `select count(*) from sign_in s where not exists (select 1 from sighting where sign_in_id = s.id)
      and not exists (select 1 from note where sign_in_id = s.id)`
    assert.equal(one(unseen), 0, 'sign-ins were seen nowhere')
    const unseenChange = `select count(*) from trail_change c where not exists
      (select 1 from trail_change_sighting where trail_change_id = c.id)`
    assert.equal(one(unseenChange), 0, 'changes of trails were seen nowhere')
    const twiceChanged = `select count(*) - count(distinct record_key || raw_form || hex(raw)) from trail_change`
    assert.equal(one(twiceChanged), 0, 'changes of trails are there twice')
    // Members of an archive may have one name; of those that cannot be read that is all there is to tell them by.
    const twice = `select count(*) from source a join source b on a.path = b.path and a.id < b.id
      where a.sha256 is b.sha256 and (a.sha256 is not null or a.parent_id is null or a.import_id != b.import_id)`
    assert.equal(one(twice), 0, 'files are there twice')
    const miscounted = `select path from source o where sign_ins !=
      (select count(*) from sighting g where g.source_id = o.id) or sign_ins != indexed + duplicates + conflicts`
    assert.deepEqual(db.prepare(miscounted).all(), [])
    const counted = one('select ifnull(sum(indexed + conflicts), 0) from source')
    assert.equal(counted, one(SEEN_ROWS), 'the sums of the report differ')
    const alone = `select count(*) from sign_in s where conflict !=
      ((select count(*) from sign_in t where t.event_id is s.event_id and t.record_key = s.record_key) > 1)`
    assert.equal(one(alone), 0, 'a mark of conflict is wrong')
  } finally {
    db.close()
  }
}

const SEEN_ROWS = 'select count(*) from sign_in where id in (select sign_in_id from sighting)'

/** Sizes, for a message that can be read. */
export function sizesOf(content: CaseContent): Readonly<Record<keyof CaseContent, number>> {
  const { signIns, sightings, trailChanges, trailSightings, sources, notes } = content
  return {
    signIns: signIns.length,
    sightings: sightings.length,
    trailChanges: trailChanges.length,
    trailSightings: trailSightings.length,
    sources: sources.length,
    notes: notes.length,
  }
}

/** Asserts that two cases say the same, changes of trails too, but for their notes; names what is missing and what is too many. */
export function expectSame(found: CaseContent, wanted: CaseContent): void {
  for (const part of ['sources', 'signIns', 'sightings', 'trailChanges', 'trailSightings'] as const) {
    const { missing, extra } = difference(found[part], wanted[part])
    assert.deepEqual({ part, missing, extra }, { part, missing: [], extra: [] })
  }
  assert.deepEqual(sizesOf({ ...found, notes: [] }), sizesOf({ ...wanted, notes: [] }))
}

function difference(found: readonly string[], wanted: readonly string[]) {
  const has = new Set(found)
  const needs = new Set(wanted)
  return {
    missing: wanted.filter((line) => !has.has(line)).slice(0, 5),
    extra: found.filter((line) => !needs.has(line)).slice(0, 5),
  }
}
