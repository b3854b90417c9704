import { parentPort } from 'node:worker_threads'
import { type Served, serve } from '../../shared/ipc/serve.ts'
import { thisTool } from '../engine/this-tool.ts'
import { engineHandlers } from './handlers.ts'
import { createSession } from './session.ts'
import { threadPort } from './thread-port.ts'

// The entry of the engine thread: it receives calls, lets the engine answer, and passes events on.
if (parentPort === null) throw new Error('engine-thread.ts must run as a worker thread')

const session = createSession(thisTool())
const handlers = engineHandlers(session, (name, body) => served.emit(name, body))
const served: Served = serve(threadPort(parentPort), handlers, { checkOutput: false })
