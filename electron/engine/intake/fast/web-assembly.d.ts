// The part of WebAssembly that the reader uses. Node has it, its type package does not.
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array)
  }
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, unknown>>)
    readonly exports: Record<string, unknown>
  }
  interface Memory {
    readonly buffer: ArrayBuffer
    /** Adds pages of 64 KiB. Every view of the old buffer is detached. */
    grow(pages: number): number
  }
  interface Global<T> {
    readonly value: T
  }
}
