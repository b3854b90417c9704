// Remembers every worker thread that is started, so that a test can end one. Loaded with --require, by the
// stand-in and by real Electron alike.
const { subscribe } = require('node:diagnostics_channel')

const workers = []
globalThis[Symbol.for('trailcase.test.workers')] = workers
subscribe('worker_threads', ({ worker }) => workers.push(worker))
