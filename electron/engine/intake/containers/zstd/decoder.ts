/**
 * Decodes one zstd frame. What is given are its bytes in order: the header of the frame, then block after block,
 * each together with its three bytes of header, then the checksum. A decoder hands out all content of a block with
 * that block, so that damage costs nothing of what stands before it.
 */
export interface ZstdDecoder {
  /** The content of these bytes, pieces of memory of their own. Rejects with what is wrong with them. */
  decode(bytes: Uint8Array): Promise<readonly Uint8Array[]>
  close(): void
}

/** Begins a frame. */
export type OpenZstdDecoder = () => Promise<ZstdDecoder>
