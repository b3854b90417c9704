/** What a process that was started by this program says and hears. */
export interface ParentChannel<In, Out> {
  post(message: Out): void
  listen(onMessage: (message: In) => void): void
}

/** What Electron gives a utility process; the rest of the worker folder knows nothing of Electron. */
interface UtilityPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
}

/** The way to the process that started this one: Electron's for a utility process, Node's for a forked one. */
export function parentChannel<In, Out>(): ParentChannel<In, Out> {
  const port = (process as { readonly parentPort?: UtilityPort }).parentPort
  if (port !== undefined) {
    return {
      post: (message) => port.postMessage(message),
      listen: (onMessage) => port.on('message', ({ data }) => onMessage(data as In)),
    }
  }
  // The parent is gone: nobody waits for an answer any more.
  process.on('disconnect', () => process.exit(0))
  return {
    post: (message) => process.send?.(message),
    listen: (onMessage) => process.on('message', (message) => onMessage(message as In)),
  }
}
