import type { MessagePort, Worker } from 'node:worker_threads'
import type { Port } from '../../shared/ipc/port.ts'

/**
 * A port over a worker thread, the same from both ends: main passes its `Worker`, the thread passes its
 * `parentPort`. The port closes when the thread ends, for whatever reason; it closes once.
 */
export function threadPort(end: Worker | MessagePort): Port {
  return {
    post: (message) => end.postMessage(message),
    listen: (onMessage, onClose) => {
      let closed = false
      const close = () => {
        if (closed) return
        closed = true
        onClose()
      }
      end.on('message', onMessage)
      // A thread that throws emits `error` and then `exit`; without a listener the error would end the process.
      end.on('error', close)
      end.on('messageerror', close)
      end.on('exit', close)
      end.on('close', close)
    },
  }
}
