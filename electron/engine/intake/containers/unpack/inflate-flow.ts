import type { Trouble } from '../../reading.ts'
import type { ByteWindow } from '../bytes/byte-window.ts'
import type { Flow } from '../bytes/flow.ts'
import { openInflater } from './inflater.ts'
import { createAllowance, type UnpackBounds, type UnpackedFlow } from './unpacked.ts'

const PIECE = 256 * 1024
const MOST_INPUT = 64 * 1024

/** Where packed bytes come from, and where those go back to that were not needed. */
export interface DeflateInput {
  next(): Promise<Uint8Array | null>
  /** The last piece was used up to here, and the stream is over. */
  giveBack(unused: number): void
  trouble(): Trouble | null
}

/** Takes a flow of a known length. What is left of it behind the end of the stream is an error of its container. */
export function flowInput(flow: Flow): DeflateInput {
  return { next: () => flow.next(), giveBack: () => undefined, trouble: () => flow.trouble() }
}

/** Takes as much of a window as the stream turns out to need, for a member whose length is not known. */
export function windowInput(window: ByteWindow): DeflateInput {
  let taken = 0
  return {
    async next() {
      window.skip(taken)
      taken = 0
      if (window.length === 0 && !(await window.fill(1))) return null
      taken = Math.min(window.length, MOST_INPUT)
      return window.view(taken)
    },
    giveBack(unused) {
      window.skip(taken - unused)
      taken = 0
    },
    trouble: () => window.trouble(),
  }
}

/** Unpacks one deflate stream without a header, as it stands in a zip. Offsets in its trouble count content. */
export function inflateFlow(input: DeflateInput, bounds: UnpackBounds): UnpackedFlow {
  const inflater = openInflater()
  const allow = createAllowance(bounds)
  let piece: Uint8Array = new Uint8Array(0)
  let used = 0
  let fed = 0
  let bytes = 0
  let own: Trouble | null = null
  let isOver = false
  inflater.reset()
  inflater.begin()

  const corrupt = (why: string) => {
    own = {
      reason: 'container-corrupt',
      detail: `${why} after ${bytes} bytes of content.`,
      offset: bytes,
      offsetIn: 'content',
    }
    isOver = true
  }

  async function more(): Promise<boolean> {
    if (used === piece.length) {
      const next = await input.next()
      if (next === null) return false
      piece = next
      used = 0
    }
    const count = inflater.feed(piece.subarray(used))
    used += count
    fed += count
    return true
  }

  return {
    get bytes() {
      return bytes
    },
    async next() {
      while (!isOver) {
        const { piece: whole, state } = inflater.step(PIECE)
        const allowed = allow(whole, bytes, fed)
        bytes += allowed.piece.length
        if (allowed.trouble !== null) {
          own = allowed.trouble
          isOver = true
        } else if (state === 'ended') {
          isOver = true
          input.giveBack(inflater.packed().length + piece.length - used)
        } else if (state === 'damaged') corrupt('The packed data is damaged')
        else if (state === 'needs-input' && !(await more())) corrupt('The packed data ends')
        if (allowed.piece.length > 0) return allowed.piece
      }
      return null
    },
    trouble: () => input.trouble() ?? own,
    close: () => inflater.close(),
  }
}
