import { madeElement, madeValue, member, space } from '../../engine/intake-fast/made-json.ts'
import type { Seeded } from '../../engine/intake-fast/seeded.ts'

const SOURCES = [
  'signin',
  'SIGNIN',
  'sso',
  'sso-oauth',
  'sts',
  'iam',
  'account',
  'cloudshell',
  's3',
  'identitystore',
  'sso-directory',
]
const NAMES = [
  'ConsoleLogin',
  'EmailUpdated',
  'Federate',
  'CreateToken',
  'AssumeRole',
  'GetResourcePolicy',
  'EnableMFADevice',
  'ChangePassword',
  'PutContactInformation',
  'CreateEnvironment',
  'GetRole',
  '',
]

/** The text of a valid trail file, as odd as JSON allows; each of its keys stands once where a reader looks. */
export function oddTrail(random: Seeded): string {
  // One is a record for certain: without any the file is no trail.
  const elements = Array.from({ length: 1 + random.below(8) }, (_, at) =>
    at > 0 && random.below(3) === 0 ? madeElement(random) : oddRecord(random),
  )
  const others = () =>
    random.below(2) === 0
      ? [
          member(
            random,
            random.pick(['"records"', '"x"', '"nextToken"', '"R\\u0065cord"', '"Recor\\u0064s2"']),
            madeValue(random, 3),
          ),
        ]
      : []
  const list = elements.map((element) => `${space(random)}${element}${space(random)}`).join(',')
  // Now and then the key of the list is itself written with escapes.
  const key = random.below(9) === 0 ? escapedString(random, 'Records') : '"Records"'
  const members = [
    ...others(),
    `${space(random)}${key}${space(random)}:${space(random)}[${list}]`,
    ...others(),
  ]
  const mark = random.below(6) === 0 ? '\ufeff' : ''
  return `${mark}${space(random)}{${members.join(',')}${space(random)}}${space(random)}`
}

function oddRecord(random: Seeded): string {
  const source = `${random.pick(SOURCES)}.amazonaws.com`
  const text = (value: string) =>
    random.below(4) === 0 ? escapedString(random, value) : JSON.stringify(value)
  const inner = JSON.stringify({
    Records: [{ eventSource: 'signin.amazonaws.com', eventName: 'ConsoleLogin' }],
  })
  const members = [
    '"eventVersion":"1.08"',
    `${text('eventSource')}:${text(source)}`,
    `${text('eventName')}:${text(random.pick(NAMES))}`,
    ...(random.below(5) > 0
      ? [`"eventID":${text(`${random.hex(8)}-0000-4000-8000-${random.hex(12)}`)}`]
      : []),
    ...(random.below(3) > 0 ? [`"eventTime":"2024-09-14T10:0${random.below(10)}:00Z"`] : []),
    ...(random.below(2) === 0
      ? [`"recipientAccountId":${random.pick(['"111122223333"', '111122223333', 'null'])}`]
      : []),
    ...(random.below(3) === 0
      ? [`"requestParameters":${random.pick([inner, JSON.stringify(inner), 'null'])}`]
      : []),
    ...(random.below(3) === 0 ? [`"x${random.hex(2)}":${madeValue(random, 4)}`] : []),
    ...(random.below(4) === 0
      ? [
          `"userAgent":${random.pick(['"\\ud800 half"', '"}],{"', '"\\\\"', '"\\"eventSource\\":\\"sso.amazonaws.com\\""'])}`,
        ]
      : []),
    ...(random.below(8) === 0 ? [`"deep":${'['.repeat(300)}${']'.repeat(300)}`] : []),
    // A key twice: the last one counts, as for every JSON parser.
    ...(random.below(9) === 0 ? [`"eventSource":${text(`${random.pick(SOURCES)}.amazonaws.com`)}`] : []),
  ]
  const shuffled = members
    .map((text, index) => ({ text, at: random.below(1000) * 100 + index }))
    .sort((a, b) => a.at - b.at)
  return `{${shuffled.map(({ text }) => `${space(random)}${text}${space(random)}`).join(',')}}`
}

function escapedString(random: Seeded, text: string): string {
  const units = text.split('').map((unit) => {
    if (random.below(3) > 0) return JSON.stringify(unit).slice(1, -1)
    const hex = unit.charCodeAt(0).toString(16).padStart(4, '0')
    return `\\u${random.below(2) === 0 ? hex : hex.toUpperCase()}`
  })
  return `"${units.join('')}"`
}
