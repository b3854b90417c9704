import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { becomeReady } from './main/app.ts'
import './main/runner.ts'

// Entry of the stand-in's main process. As in Electron, `ready` comes only after the app's own module has run to
// its end: a module that waits for it at top level hangs in Electron, so here it ends the process.
const STUCK = 13
const entry = process.argv[2]
if (entry === undefined) throw new Error('Which main module?')

const stuck = setTimeout(() => {
  console.error(
    'The main module did not run to its end within 5 s. Does it await app.whenReady() at top level?',
  )
  process.exit(STUCK)
}, 5000)
await import(pathToFileURL(resolve(entry)).href)
clearTimeout(stuck)
becomeReady()
