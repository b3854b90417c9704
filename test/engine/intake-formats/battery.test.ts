import { describe, expect, it } from 'vitest'
import type { FoundRecord } from '../../../electron/engine/intake/formats/format.ts'
import { recordOf } from '../../../electron/engine/intake/formats/record-of.ts'
import { recordSignsAt } from '../../../electron/engine/intake/formats/record-signs.ts'
import { DEFAULT_LIMITS } from '../../../electron/engine/intake/limits.ts'
import { decoys } from '../../fixtures/decoys.ts'
import type { JsonMap } from '../../fixtures/trail.ts'
import { trail } from '../../fixtures/trail.ts'
import { FORMS } from './forms.ts'
import { hostile } from './hostile.ts'
import { choice, formatOf, inPieces, type Read, read, readWith } from './read-format.ts'
import { takenOut } from './take-out.ts'

const RECORDS: readonly JsonMap[] = [
  ...trail(
    '10:00 alice ConsoleLogin ok mfa',
    '10:05 bob ConsoleLogin failed from 198.51.100.23',
    '10:06 Admin/alice SwitchRole ok',
    '10:07 alice ec2:DescribeInstances ok',
  ),
  ...decoys(),
  ...trail(
    '11:00 root ConsoleLogin ok',
    '11:01 federated:bob GetSigninToken ok',
    '11:02 hidden ConsoleLogin failed',
  ),
]
const ids = (records: readonly JsonMap[]) => records.map((record) => record['eventID'])
const foundIds = ({ found }: Pick<Read, 'found'>) => found.map(({ parsed }) => (parsed as JsonMap)['eventID'])

describe.each(FORMS)('$name', (form) => {
  const isRow = form.form !== 'record'
  const text = form.write(RECORDS)
  const bytes = Buffer.from(text)

  /** N in, N out, in order, each where it says it is. */
  function sound(result: Read, content: Uint8Array, records: readonly JsonMap[]): void {
    expect(result.trouble?.reason).toBe(form.trouble)
    expect(result).toMatchObject({ name: form.format, records: records.length, others: form.others ?? 0 })
    expect(result.found.map(({ recordNumber }) => recordNumber)).toEqual(records.map((_, i) => i + 1))
    expect(foundIds(result)).toEqual(ids(records))
    result.found.forEach((found, index) => {
      expect(found.form).toBe(form.form)
      expect(recordOf(found.form, found.raw, found.header)).toEqual(found.parsed)
      const outside = takenOut(content, found) as JsonMap
      if (isRow) {
        expect(outside['eventid'] ?? outside['Event ID']).toBe(records[index]?.['eventID'])
      } else {
        expect(found.parsed).toEqual(records[index])
        expect(outside).toEqual(records[index])
      }
    })
  }

  it('gives every record, in order, with its place', async () => {
    sound(await read(bytes), bytes, RECORDS)
  })

  it.each([1, 7, 65_536])('does not mind pieces of %i bytes', async (size) => {
    expect(await read(bytes, size)).toEqual(await read(bytes))
  })

  it('is chosen by content, whatever its name', () => {
    for (const name of ['x', 'CloudTrail-Digest.json', 'a.csv', 'photo.jpg']) {
      expect(formatOf(bytes, name).name).toBe(form.format)
    }
  })

  it('takes a byte order mark, CRLF and UTF-16', async () => {
    const crlf = text.replaceAll('\n', '\r\n')
    for (const written of [text, crlf]) {
      const marked = Buffer.from(`\ufeff${written}`)
      sound(await read(marked, 9), marked, RECORDS)
      for (const content of [utf16le(written), utf16le(`\ufeff${written}`), utf16be(`\ufeff${written}`)]) {
        sound(await read(content, 101), content, RECORDS)
      }
    }
  })

  it('tells records of hostile content apart', async () => {
    const records = hostile()
    const content = Buffer.from(form.write(records))
    const result = await read(content, 4096)
    expect(result.records).toBe(records.length)
    expect(foundIds(result)).toEqual(ids(records))
    if (!isRow) expect(result.found.map(({ parsed }) => parsed)).toEqual(records)
    result.found.forEach((found, index) => {
      const outside = takenOut(content, found)
      if (!isRow) expect(outside).toEqual(records[index])
    })
    const wide = utf16le(form.write(records))
    const inWide = await read(wide, 4096)
    expect(foundIds(inWide)).toEqual(ids(records))
    inWide.found.forEach((found) => {
      takenOut(wide, found)
    })
  })

  it('keeps what stands before the end of a cut file, and says so', async () => {
    const format = formatOf(bytes)
    for (let cut = 0; cut < bytes.length; cut += 97) {
      const result = await readWith(format, bytes.subarray(0, cut))
      const whole = foundIds(result)
      expect(whole).toEqual(ids(RECORDS).slice(0, whole.length))
      const isBetween = /[\n}"\t]$/.test(text.slice(0, cut))
      if (result.trouble === null || result.trouble.reason === form.trouble) {
        expect(isBetween || cut < 64, `cut at ${cut} of ${bytes.length}, ${whole.length} found`).toBe(true)
      }
      expect(result.trouble?.offset ?? 0).toBeLessThanOrEqual(cut)
    }
  })

  it('names a damaged record and goes on where the form allows', async () => {
    const isTable = form.format.endsWith('-csv')
    const at = bytes.indexOf('bob') // in the second record only
    const spot = isTable ? bytes.indexOf('"', bytes.lastIndexOf('\n', at)) : bytes.lastIndexOf('{', at) + 1
    const damaged = Buffer.from(bytes)
    damaged[spot] = 0x01
    const result = await readWith(formatOf(bytes), damaged)
    expect(result.trouble).not.toBeNull()
    const readable = result.found.filter(({ parsed }) => parsed !== undefined)
    expect(foundIds({ found: readable })[0]).toBe(ids(RECORDS)[0])
    if (form.confined) {
      expect(result.records).toBe(RECORDS.length)
      expect(foundIds({ found: readable })).toEqual(ids(RECORDS).filter((_, i) => i !== 1))
      expect(result.found[1]?.recordNumber).toBe(2)
    }
  })

  it('streams: no more is read than a record ahead', async () => {
    const many = Array.from(
      { length: 5000 },
      (_, i) => ({ ...RECORDS[i % 4], eventID: `id-${i}` }) as JsonMap,
    )
    const content = Buffer.from(form.write(many))
    let given = 0
    async function* pieces() {
      for await (const piece of inPieces(content, 16_384)) {
        given += piece.length
        yield piece
      }
    }
    let furthest = 0
    let count = 0
    const take = ({ byteEnd, raw }: FoundRecord) => {
      count += 1
      furthest = Math.max(furthest, given - byteEnd)
      expect(raw.length).toBeLessThan(10_000)
    }
    const end = await formatOf(content).read(pieces(), DEFAULT_LIMITS, take, null)
    expect(end.records).toBe(5000)
    expect(count).toBe(5000)
    expect(furthest).toBeLessThan(3 * 16_384)
  })
})

/** As `cat` puts together what different tools wrote. */
describe('two forms in one file', () => {
  const first = trail('10:00 alice ConsoleLogin ok', '10:05 bob ConsoleLogin failed')
  const second = trail('11:00 root ConsoleLogin ok', '11:01 carol ConsoleLogin ok')
  const all = new Set(ids([...first, ...second]))

  it.each(FORMS)(
    '$name before all others: every record is found, or that there are more is told',
    async (form) => {
      for (const other of FORMS) {
        for (const between of ['', '\n']) {
          const content = Buffer.from(`${form.write(first)}${between}${other.write(second)}`)
          if (choice(content).startsWith('skip')) expect(recordSignsAt(content)).toBeGreaterThan(0)
          else {
            const { found, trouble } = await read(content)
            const readable = found.filter(({ parsed }) => parsed !== undefined)
            const known = new Set(foundIds({ found: readable }))
            expect(known.size, other.name).toBe(readable.length)
            if ([...all].some((id) => !known.has(id)))
              expect([other.name, trouble?.reason]).not.toContain(undefined)
          }
        }
      }
    },
  )
})

const utf16le = (text: string) => Buffer.from(text, 'utf16le')
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()
