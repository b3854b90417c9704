import type { Trouble } from '../../reading.ts'
import type { Flow } from '../bytes/flow.ts'
import { createAllowance, type UnpackBounds } from './unpacked.ts'

/** A flow that is longer than what was stored for it, such as a file with holes, under the limits of unpacking. */
export function boundedFlow(flow: Flow, storedBytes: number, bounds: UnpackBounds): Flow {
  const allow = createAllowance(bounds)
  let bytes = 0
  let own: Trouble | null = null
  return {
    async next() {
      const whole = own === null ? await flow.next() : null
      if (whole === null) return null
      const { piece, trouble } = allow(whole, bytes, storedBytes)
      own = trouble
      bytes += piece.length
      return piece.length === 0 ? null : piece
    },
    trouble: () => flow.trouble() ?? own,
  }
}
