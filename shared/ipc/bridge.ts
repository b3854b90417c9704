/**
 * Everything the page gets from outside the page: `window.trailcase`. `post` and `listen` make it a `Port`, so the window calls
 * `connect(window.trailcase)`; there is no close to listen to, because a page cannot outlive its own process.
 */
export interface WindowBridge {
  /** Sends one wire message to the main process. The value must survive a structured clone. */
  post(message: unknown): void
  /** Adds a listener for wire messages. Messages that came before the first listener are lost. */
  listen(onMessage: (message: unknown) => void): void
  /**
   * The absolute path of a dropped or chosen file or folder, or '' when the object is not backed by a file on
   * disk. Only the preload can ask for it: a page never sees a path otherwise.
   */
  pathOf(file: File): string
}
