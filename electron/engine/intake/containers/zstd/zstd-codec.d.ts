/** The part of `zstd-codec` that is used here; the package has no types of its own. */
declare module 'zstd-codec/lib/module.js' {
  interface DecompressStream {
    /** False when it could not be set up. */
    begin(): boolean
    /** False when the bytes cannot be decoded. Content lies in the module's own memory during the call. */
    transform(bytes: Uint8Array, onContent: (content: Uint8Array) => void): boolean
    delete(): void
  }
  interface Binding {
    readonly ZstdDecompressStreamBinding: new () => DecompressStream
  }
  export function run(onReady: (binding: Binding) => void): void
}
