import type { ByteWindow } from '../bytes/byte-window.ts'
import { type PaxFacts, type PaxSparse, readPax } from './pax.ts'
import { padding, type TarHeader } from './tar-header.ts'

/** A header about the next member is held in memory; a real one has a few hundred bytes. */
const MOST_BYTES = 1024 * 1024

/** What extended headers say about the member that follows them. */
export interface NextName {
  readonly name: Uint8Array | null
  readonly bytes: number | null
  readonly sparse: PaxSparse | null
  /** True for a header that is no member itself. */
  isAbout(header: TarHeader): boolean
  /** Takes what such a header holds. Returns what is wrong with it. */
  take(header: TarHeader, window: ByteWindow): Promise<string | null>
  /** What goes on to hold for all members after the next one. */
  afterMember(): NextName
}

/** Extended headers: pax for one member (`x`) or all that follow (`g`), and the long names of GNU (`L`, `K`). */
export function createNextName(forAll: PaxFacts = {}): NextName {
  let global = forAll
  let own: PaxFacts = {}
  let gnuName: Uint8Array | null = null
  let isUsed = false

  const next: NextName = {
    get name() {
      return own.path ?? gnuName ?? global.path ?? null
    },
    get bytes() {
      return own.size ?? global.size ?? null
    },
    get sparse() {
      return own.sparse ?? null
    },
    isAbout: ({ type }) => 'xXgLK'.includes(type),
    async take({ type, bytes }, window) {
      isUsed = true
      const end = window.offset + bytes + padding(bytes)
      if (bytes > MOST_BYTES) {
        await window.discard(end - window.offset)
        return `A header about the next member has ${bytes} bytes, which is more than ${MOST_BYTES}; it was not read.`
      }
      if (!(await window.fill(bytes))) {
        await window.discard(end - window.offset)
        return 'A header about the next member is cut off.'
      }
      const held = new Uint8Array(window.view(bytes))
      await window.discard(end - window.offset)
      if (type === 'L') gnuName = untilZero(held)
      if (type === 'L' || type === 'K') return null
      const facts = readPax(held)
      if (facts === null) return 'A header about the next member is not well-formed; it was not used.'
      if (type === 'g') global = { ...global, ...facts }
      else own = { ...own, ...facts }
      return null
    },
    afterMember: () => (isUsed ? createNextName(global) : next),
  }
  return next
}

function untilZero(bytes: Uint8Array): Uint8Array {
  const zero = bytes.indexOf(0)
  return zero === -1 ? bytes : bytes.subarray(0, zero)
}
