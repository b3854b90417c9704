import type { OpenZstdDecoder } from './decoder.ts'

type StreamBinding = new () => { begin(): boolean; transform: Transform; delete(): void }
type Transform = (bytes: Uint8Array, onContent: (content: Uint8Array) => void) => boolean

let loaded: Promise<StreamBinding> | null = null

/** The streaming part of the package lies one level below what it shows. */
async function load(): Promise<StreamBinding> {
  const { run } = await import('zstd-codec/lib/module.js')
  return new Promise((resolve) => {
    run(({ ZstdDecompressStreamBinding }) => resolve(ZstdDecompressStreamBinding))
  })
}

/**
 * zstd compiled to WebAssembly: the same everywhere, in this thread. Its memory is 16 MiB for ever: a frame whose
 * window is larger than about 8 MiB aborts it, and then it is of no more use until it is loaded again.
 */
export const openCodecZstd: OpenZstdDecoder = async () => {
  loaded ??= load()
  const Stream = await loaded
  const stream = new Stream()
  let isOpen = stream.begin()

  function run(step: (onContent: (content: Uint8Array) => void) => boolean): Uint8Array[] {
    const pieces: Uint8Array[] = []
    let isGood: boolean
    try {
      // What it hands out lies in its own memory.
      isGood = isOpen && step((content) => pieces.push(new Uint8Array(content)))
    } catch {
      isOpen = false
      loaded = null
      throw new Error('zstd-codec was aborted: the frame needs more memory than it has')
    }
    if (!isGood) throw new Error('zstd-codec could not decode the data')
    return pieces
  }

  return {
    decode: async (bytes) => run((onContent) => stream.transform(bytes, onContent)),
    close() {
      if (isOpen) stream.delete()
      isOpen = false
    },
  }
}
