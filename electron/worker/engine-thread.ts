import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { type Served, serve } from '../../shared/ipc/serve.ts'
import { thisTool } from '../engine/this-tool.ts'
import { childrenOver, forkChild } from './child-processes.ts'
import { engineHandlers } from './handlers.ts'
import { createSession } from './session.ts'
import { threadPort } from './thread-port.ts'

// The entry of the engine thread: it receives calls, lets the engine answer, and passes events on.
if (parentPort === null) throw new Error('engine-thread.ts must run as a worker thread')

const session = createSession(thisTool())
// Electron's main process hands over a port through which it starts processes; elsewhere Node starts them.
const starter = (workerData as { readonly processes?: MessagePort } | null)?.processes
const startChild = starter === undefined ? forkChild : childrenOver(starter)
const handlers = engineHandlers(session, (name, body) => served.emit(name, body), startChild)
const served: Served = serve(threadPort(parentPort), handlers, { checkOutput: false })
