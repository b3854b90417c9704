// Gives a forked process what Electron gives a utility process: a port to its parent that wraps what it hears.
const { EventEmitter } = require('node:events')

const port = new EventEmitter()
port.postMessage = (message) => process.send(message)
process.on('message', (data) => port.emit('message', { data }))
process.on('disconnect', () => process.exit(0))
process.parentPort = port
