import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { gunzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { seededDice } from '../../electron/engine/sample/random.ts'
import { freshCase, freshFolder, importInto, READERS } from '../engine/open-case.ts'
import { makeTree } from './support/tree.ts'

interface Sighting {
  readonly path: string
  readonly number: number
  readonly start: number
  readonly end: number
  readonly raw: string
  readonly sha256: string
  readonly contentSha256: string | null
  readonly whole: boolean
}

/** What a third party would write with the tools that every machine has: the answer is a list of complaints. */
const PYTHON = `
import sys, json, gzip, hashlib, base64
complaints = []
files = {}
for line in open(sys.argv[1], encoding='utf-8'):
    s = json.loads(line)
    path = s['path']
    if path not in files:
        packed = open(path, 'rb').read()
        content, intact = packed, True
        if packed[:2] == b'\\x1f\\x8b':
            try:
                content = gzip.decompress(packed)
            except Exception:
                content, intact = None, False
        records = None
        if intact:
            try:
                records = json.loads(content.decode('utf-8-sig'))['Records']
            except Exception:
                pass
        files[path] = (hashlib.sha256(packed).hexdigest(), content, records)
    sha, content, records = files[path]
    if sha != s['sha256']: complaints.append([path, 'file hash'])
    if content is not None and s['contentSha256'] is not None and hashlib.sha256(content).hexdigest() != s['contentSha256']:
        complaints.append([path, 'content hash'])
    if s['whole'] and content is None: complaints.append([path, 'not readable'])
    raw = base64.b64decode(s['raw'])
    if content is not None and json.loads(content[s['start']:s['end']]) != json.loads(raw):
        complaints.append([path, s['number'], 'bytes'])
    if s['whole'] and records is None: complaints.append([path, 'no records'])
    if records is not None and records[s['number'] - 1] != json.loads(raw):
        complaints.append([path, s['number'], 'record'])
print(json.dumps(complaints))
`

const hasPython = spawnSync('python3', ['--version']).status === 0

/** The same without Python and without any code of this program. */
function complaintsOf(sightings: readonly Sighting[]): unknown[] {
  const files = new Map(sightings.map(({ path }) => [path, readByItself(path)]))
  return sightings.flatMap((s) => {
    const { sha256, content, contentSha256, records } = files.get(s.path)!
    const found: unknown[] = []
    if (sha256 !== s.sha256) found.push([s.path, 'file hash'])
    if (content === null) return s.whole ? [...found, [s.path, 'not readable']] : found
    if (s.contentSha256 !== null && contentSha256 !== s.contentSha256) found.push([s.path, 'content hash'])
    const raw: unknown = JSON.parse(Buffer.from(s.raw, 'base64').toString())
    const there: unknown = JSON.parse(content.subarray(s.start, s.end).toString())
    if (!isDeepStrictEqual(there, raw)) found.push([s.path, s.number, 'bytes'])
    if (s.whole && records === null) found.push([s.path, 'no records'])
    if (records !== null && !isDeepStrictEqual(records[s.number - 1], raw))
      found.push([s.path, s.number, 'record'])
    return found
  })
}

function readByItself(path: string) {
  const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
  const packed = readFileSync(path)
  let content: Buffer | null = packed
  let records: unknown[] | null = null
  try {
    if (packed[0] === 0x1f && packed[1] === 0x8b) content = gunzipSync(packed)
  } catch {
    content = null
  }
  try {
    records = (JSON.parse(content?.toString().replace(/^\ufeff/, '') ?? '') as { Records: unknown[] }).Records
  } catch {
    // damaged: only the bytes of the record can be compared
  }
  return { sha256: hash(packed), content, contentSha256: content === null ? null : hash(content), records }
}

describe.each(READERS)('each place of a record, imported with %s', { timeout: 120_000 }, (reader) => {
  it('is where others find it too', async () => {
    const folder = freshFolder()
    const tree = join(folder, 'trail')
    makeTree(tree, 31, { files: 220, giant: 900 })
    const made = freshCase(folder)
    await importInto(made, [tree], {}, reader)
    made.db.close()

    const db = new Database(made.path, { readonly: true })
    const all = db
      .prepare(
        `select o.path, g.record_number as number, g.byte_start as start, g.byte_end as end, s.raw, o.sha256,
           o.content_sha256 as contentSha256, o.status = 'read' as whole, s.id as id
         from sighting g join source o on o.id = g.source_id join sign_in s on s.id = g.sign_in_id
         order by o.path, g.record_number`,
      )
      .all() as (Omit<Sighting, 'raw' | 'whole'> & { raw: Buffer; whole: number; id: number })[]
    const onlyOne = db.prepare('select count(*) from sighting where sign_in_id = ?').pluck()

    const dice = seededDice(1000)
    const chosen = Array.from({ length: 1000 }, () => dice.pick(all))
    // Where a sign-in was seen once, its bytes are those in the file and no others.
    const once = chosen.filter(({ id, whole }) => whole === 1 && onlyOne.get(id) === 1)
    expect(once.length).toBeGreaterThan(200)
    for (const { path, start, end, raw } of once.slice(0, 300)) {
      const packed = readFileSync(path)
      const content = packed[0] === 0x1f ? gunzipSync(packed) : packed
      expect(content.subarray(start, end).equals(raw), `${path} ${start}`).toBe(true)
    }
    db.close()

    const sightings = chosen.map(
      ({ raw, whole, ...rest }): Sighting => ({ ...rest, raw: raw.toString('base64'), whole: whole === 1 }),
    )
    expect(sightings.filter(({ whole }) => whole).length).toBeGreaterThan(800)
    expect(sightings.filter(({ contentSha256 }) => contentSha256 !== null).length).toBeGreaterThan(800)
    expect(complaintsOf(sightings)).toEqual([])
    if (!hasPython) return
    const list = join(folder, 'sightings.jsonl')
    writeFileSync(list, sightings.map((one) => JSON.stringify(one)).join('\n'))
    const said = execFileSync('python3', ['-c', PYTHON, list], { encoding: 'utf8' })
    expect(JSON.parse(said)).toEqual([])
  })
})
