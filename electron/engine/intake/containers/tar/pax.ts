/** What an extended header says about the member that follows it (POSIX.1-2001, pax). */
export interface PaxFacts {
  readonly path?: Uint8Array
  readonly size?: number
  /** Version of the sparse format, such as 1.0, and what it needs (GNU tar). */
  readonly sparse?: PaxSparse
}

export interface PaxSparse {
  readonly major: number
  readonly realBytes: number | null
  /** Pairs of offset and length for the versions 0.0 and 0.1; the version 1.0 has them in front of the data. */
  readonly map: readonly number[]
}

/**
 * Reads the records `LENGTH KEY=VALUE` of an extended header. Null when one of them is not well-formed. A record with
 * an empty value takes back what an earlier header said, which here is nothing.
 */
export function readPax(bytes: Uint8Array): PaxFacts | null {
  let path: Uint8Array | undefined
  let size: number | undefined
  let sparsePath: Uint8Array | undefined
  let major: number | undefined
  let realBytes: number | null = null
  const map: number[] = []
  let at = 0
  while (at < bytes.length && bytes[at] !== 0) {
    const space = bytes.indexOf(0x20, at)
    const length = space === -1 || space - at > 10 ? Number.NaN : decimal(bytes.subarray(at, space))
    if (!Number.isInteger(length) || length < space - at + 3 || at + length > bytes.length) return null
    if (bytes[at + length - 1] !== 0x0a) return null
    const record = bytes.subarray(space + 1, at + length - 1)
    at += length
    const equals = record.indexOf(0x3d)
    if (equals === -1) return null
    const value = record.subarray(equals + 1)
    switch (Buffer.from(record.subarray(0, equals)).toString('latin1')) {
      case 'path':
        path = value
        break
      case 'size':
        size = decimal(value)
        if (!Number.isSafeInteger(size)) return null
        break
      case 'GNU.sparse.name':
        sparsePath = value
        break
      case 'GNU.sparse.major':
        major = decimal(value)
        break
      case 'GNU.sparse.realsize':
      case 'GNU.sparse.size':
        realBytes = decimal(value)
        major ??= 0
        break
      case 'GNU.sparse.offset':
      case 'GNU.sparse.numbytes':
        map.push(decimal(value))
        break
      case 'GNU.sparse.map':
        map.push(...Buffer.from(value).toString('latin1').split(',').map(Number))
        break
      default:
    }
  }
  const name = sparsePath ?? path
  return {
    ...(name === undefined || name.length === 0 ? {} : { path: name }),
    ...(size === undefined ? {} : { size }),
    ...(major === undefined ? {} : { sparse: { major, realBytes, map } }),
  }
}

function decimal(digits: Uint8Array): number {
  const text = Buffer.from(digits).toString('latin1')
  return /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN
}
