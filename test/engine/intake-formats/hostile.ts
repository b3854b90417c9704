import { type JsonMap, trail } from '../../fixtures/trail.ts'

const NASTY = [
  '"',
  '""",""',
  'a,b',
  'line\nbreak\r\nand\rmore',
  '{"Records":[{"eventVersion":"1.08"}]}',
  '}]}\n{"eventVersion":"1.08","eventName":"ConsoleLogin","eventSource":"signin.amazonaws.com"}\n',
  '\\"\\\\',
  '\u0000\u0001\u001f',
  '\ud800 lone',
  'lone \udfff',
  '\u{1f600} 漢字 é \u2028',
  '\ufeff',
  '=cmd|calc',
  ', username=root, type=Root}',
  '{{{',
  '2024-09-14T10:00:00.000Z {"eventVersion":"1.08"}',
]

/** Sign-ins whose free texts try to look like structure, and one with a user agent of a megabyte. */
export function hostile(): JsonMap[] {
  const records = NASTY.map((nasty, index) => {
    const [record] = trail(`10:${String(index).padStart(2, '0')} alice ConsoleLogin ok`)
    return { ...record, userAgent: nasty, requestParameters: { [nasty]: nasty } }
  })
  const [large] = trail('12:00 alice ConsoleLogin ok')
  return [...records, { ...large, userAgent: '"x,{'.repeat(262_144) }, ...trail('12:01 bob ConsoleLogin ok')]
}
