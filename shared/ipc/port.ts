/** The least a transport must do. Adapters: memory (here), worker thread, Electron IPC. */
export interface Port {
  post(message: unknown): void
  listen(onMessage: (message: unknown) => void, onClose: () => void): void
}

/** A port whose two ends live in one process, with a way to cut the line. */
export interface MemoryPort extends Port {
  close(): void
}

/**
 * Two ends joined in memory. Messages are cloned, so that a value which would not survive a real boundary
 * fails in a test too.
 */
export function memoryPorts(): [MemoryPort, MemoryPort] {
  const inboxes: (((message: unknown) => void) | undefined)[] = [undefined, undefined]
  const closers: ((() => void) | undefined)[] = [undefined, undefined]
  const end = (mine: 0 | 1): MemoryPort => ({
    post: (message) => {
      const copy: unknown = structuredClone(message)
      queueMicrotask(() => inboxes[mine === 0 ? 1 : 0]?.(copy))
    },
    listen: (onMessage, onClose) => {
      inboxes[mine] = onMessage
      closers[mine] = onClose
    },
    close: () => {
      for (const close of closers) close?.()
    },
  })
  return [end(0), end(1)]
}
