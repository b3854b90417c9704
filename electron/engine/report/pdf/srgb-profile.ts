/**
 * The colour space sRGB (IEC 61966-2-1) as an ICC profile of version 4.2, made from its published numbers: the
 * primaries and the white, adapted to D50 after Bradford, and the curve.
 */
export function srgbProfile(): Buffer {
  const curve = parametric(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', text('sRGB IEC61966-2.1')],
    ['cprt', text('No rights reserved')],
    ['wtpt', xyz(0.9642, 1, 0.8249)],
    ['chad', numbers('sf32', BRADFORD)],
    ['rXYZ', xyz(0.4360747, 0.2225045, 0.0139322)],
    ['gXYZ', xyz(0.3850649, 0.7168786, 0.0971045)],
    ['bXYZ', xyz(0.1430804, 0.0606169, 0.7141733)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]
  const table = Buffer.alloc(4 + tags.length * 12)
  table.writeUInt32BE(tags.length)
  const data: Buffer[] = []
  let offset = HEADER + table.length
  tags.forEach(([name, bytes], index) => {
    const at = 4 + index * 12
    table.write(name, at, 'latin1')
    table.writeUInt32BE(offset, at + 4)
    table.writeUInt32BE(bytes.length, at + 8)
    const padded = Buffer.alloc(Math.ceil(bytes.length / 4) * 4)
    bytes.copy(padded)
    data.push(padded)
    offset += padded.length
  })
  return Buffer.concat([header(offset), table, ...data])
}

const HEADER = 128
const BRADFORD = [
  1.0478112, 0.0228866, -0.050127, 0.0295424, 0.9904844, -0.0170491, -0.0092345, 0.0150436, 0.7521316,
]

function header(size: number): Buffer {
  const bytes = Buffer.alloc(HEADER)
  bytes.writeUInt32BE(size)
  bytes.writeUInt32BE(0x04200000, 8)
  bytes.write('mntrRGB XYZ ', 12, 'latin1')
  // A fixed date: the same report must have the same bytes.
  ;[2024, 1, 1, 0, 0, 0].forEach((part, index) => {
    bytes.writeUInt16BE(part, 24 + index * 2)
  })
  bytes.write('acsp', 36, 'latin1')
  fixed([0.9642, 1, 0.8249]).copy(bytes, 68)
  return bytes
}

/** Numbers with 16 bits behind the point. */
function fixed(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, index) => {
    bytes.writeInt32BE(Math.round(value * 65_536), index * 4)
  })
  return bytes
}

function numbers(type: string, values: readonly number[]): Buffer {
  return Buffer.concat([Buffer.from(`${type}\0\0\0\0`, 'latin1'), fixed(values)])
}

function xyz(...values: readonly [number, number, number]): Buffer {
  return numbers('XYZ ', values)
}

/** `Y = (aX + b)^g` from `d` on and `Y = cX` below it. */
function parametric(...values: readonly [number, number, number, number, number]): Buffer {
  const kind = Buffer.from([0, 3, 0, 0])
  return Buffer.concat([Buffer.from('para\0\0\0\0', 'latin1'), kind, fixed(values)])
}

function text(words: string): Buffer {
  const head = Buffer.alloc(28)
  head.write('mluc', 0, 'latin1')
  head.writeUInt32BE(1, 8)
  head.writeUInt32BE(12, 12)
  head.write('enUS', 16, 'latin1')
  head.writeUInt32BE(words.length * 2, 20)
  head.writeUInt32BE(28, 24)
  return Buffer.concat([head, Buffer.from(words, 'utf16le').swap16()])
}
