import { gzipSync } from 'node:zlib'
import { seededDice } from '../../../electron/engine/sample/random.ts'
import { packedLog, writeFile } from '../../fixtures/archive.ts'
import { flipped, truncated, withTail } from '../../fixtures/damage.ts'
import { decoys } from '../../fixtures/decoys.ts'
import { escaped, logText, minified, pretty, shuffledKeys } from '../../fixtures/layout.ts'
import { type JsonMap, trail } from '../../fixtures/trail.ts'

export interface TreeSize {
  readonly files: number
  /** Sign-ins of the one giant file. */
  readonly giant: number
}

const EVENTS = [
  'ConsoleLogin ok mfa',
  'ConsoleLogin failed',
  'SwitchRole ok',
  'GetSigninToken ok',
  'ec2:DescribeInstances ok',
  'sts:AssumeRole ok',
  'iam:EnableMFADevice ok',
  's3:GetObject ok',
  'cloudtrail:StopLogging ok',
  'cloudtrail:UpdateTrail failed code AccessDenied',
] as const

/** Sign-ins of the giant file between two changes of trails. */
const CHANGE_EVERY = 60

/**
 * Writes a tree that has everything an import can meet: all layouts, files in two places, events in two files,
 * changes of trails among the sign-ins, events in two differing copies, damage of each kind, files that are no logs, and one file that is read for so
 * long that it is stored in many steps. Same seed, same bytes.
 */
export function makeTree(folder: string, seed: number, { files, giant }: TreeSize): void {
  const dice = seededDice(seed)
  const records = (file: number, count: number) => {
    const lines = Array.from({ length: count }, (_, index) => {
      // Every seventh line is one of a few that other files have too.
      const shared = dice.roll(7) === 0
      const who = shared ? `shared${dice.roll(5)}` : `user${file}x${index}`
      const minute = String(shared ? dice.roll(3) : index % 60).padStart(2, '0')
      return `10:${minute} ${who} ${dice.pick(EVENTS)}`
    })
    const made = trail(...lines)
    // Now and then a copy that differs from the others of its event.
    return made.map((record) => (dice.roll(40) === 0 ? { ...record, sourceIPAddress: '192.0.2.99' } : record))
  }

  let earlier: Uint8Array = packedLog(records(0, 3))
  for (let file = 1; file <= files; file += 1) {
    const made = records(file, 1 + dice.roll(12))
    const { name, bytes } = FORMS[file % FORMS.length]!(made, earlier, dice.roll)
    const day = `day${String(file % 9)}`
    writeFile(folder, `${day}/${String(file).padStart(5, '0')}-${name}`, bytes)
    if (dice.roll(12) === 0) writeFile(folder, `copies/${String(file).padStart(5, '0')}-${name}`, bytes)
    if (name.endsWith('.json.gz')) earlier = Buffer.from(bytes)
  }
  if (giant > 0) {
    const lines = Array.from({ length: giant }, (_, at) => {
      const who = `10:${String(at % 60).padStart(2, '0')} g${at}`
      // Changes of trails in every step in which the file is stored, so that a kill takes some back.
      const change = at % CHANGE_EVERY === 0 ? [`${who} cloudtrail:StopLogging ok`] : []
      return [`${who} ConsoleLogin ok`, ...change]
    }).flat()
    writeFile(folder, 'day4/giant.json.gz', gzipSync(logText([...decoys(), ...trail(...lines)])))
    // The careful way, after the fast way has handed out most of it: a control character in the last record.
    const odd = logText(trail(...lines.slice(0, giant >> 1))).replace(
      /"readOnly":([a-z]+)\}\]\}$/,
      '"readOnly":$1,"x":"\u0001"}]}',
    )
    writeFile(folder, 'day5/odd-at-the-end.json', odd)
  }
}

type Form = (
  records: readonly JsonMap[],
  earlier: Uint8Array,
  roll: (sides: number) => number,
) => { name: string; bytes: Uint8Array | string }

const FORMS: readonly Form[] = [
  (records) => ({ name: 'log.json.gz', bytes: packedLog(records) }),
  (records) => ({ name: 'log.json', bytes: minified({ Records: records }) }),
  (records) => ({ name: 'pretty.json', bytes: pretty({ Records: records }) }),
  (records) => ({
    name: 'crlf.json.gz',
    bytes: gzipSync(pretty({ Records: records }).replaceAll('\n', '\r\n')),
  }),
  (records) => ({ name: 'bom.json', bytes: `\ufeff${minified({ Records: records })}` }),
  (records, _, roll) => ({
    name: 'shuffled.json.gz',
    bytes: gzipSync(minified(shuffledKeys({ nextToken: null, Records: records, é: '"]}' }, roll(1e6)))),
  }),
  (records) => ({ name: 'escaped.json', bytes: escaped({ Records: records }) }),
  (records, _, roll) => {
    const text = Buffer.from(logText([...decoys(), ...records]))
    const cut = 1 + roll(text.length - 2)
    return {
      name: 'members.json.gz',
      bytes: Buffer.concat([gzipSync(text.subarray(0, cut)), gzipSync(text.subarray(cut))]),
    }
  },
  (records, _, roll) => {
    const packed = packedLog(records)
    return { name: 'cut.json.gz', bytes: truncated(packed, 1 + roll(packed.length - 1)) }
  },
  (records, _, roll) => {
    const packed = packedLog(records)
    return { name: 'bit.json.gz', bytes: flipped(packed, roll(packed.length), roll(8)) }
  },
  (records, _, roll) => {
    const text = Buffer.from(logText(records))
    return { name: 'cut.json', bytes: text.subarray(0, 1 + roll(text.length - 1)) }
  },
  (records) => ({ name: 'tail.json.gz', bytes: withTail(packedLog(records), 'left over') }),
  (_, earlier) => ({ name: 'again.json.gz', bytes: earlier }),
  (_records, _earlier, roll) => ({ name: 'empty.json', bytes: ' '.repeat(roll(3)) }),
  () => ({ name: 'README.md', bytes: '# Not a log\n' }),
]
