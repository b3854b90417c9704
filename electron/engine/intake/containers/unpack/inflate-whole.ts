import { openInflater } from './inflater.ts'

/**
 * Unpacks deflate that is in memory. `stated` is the length that its container states. Null when the data is
 * damaged, of another length or goes on behind its end: a flow finds out exactly what is wrong.
 */
export function inflateWhole(packed: Uint8Array, stated: number): Uint8Array | null {
  const inflater = openInflater()
  try {
    inflater.reset()
    let fed = inflater.feed(packed)
    inflater.begin()
    const content = Buffer.allocUnsafe(stated)
    let length = 0
    for (;;) {
      const { piece, state } = inflater.step(stated - length + 1)
      if (length + piece.length > stated) return null
      content.set(piece, length)
      length += piece.length
      if (state === 'ended') {
        const isWhole = length === stated && fed === packed.length && inflater.packed().length === 0
        return isWhole ? content : null
      }
      if (state === 'damaged') return null
      if (state === 'needs-input') {
        if (fed === packed.length) return null
        fed += inflater.feed(packed.subarray(fed))
      }
    }
  } finally {
    inflater.close()
  }
}
