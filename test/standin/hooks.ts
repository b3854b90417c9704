import { registerHooks } from 'node:module'
import { isMainThread } from 'node:worker_threads'

// Loaded with --import in the main process and, by inheritance, in its worker threads.
const standIn = new URL('./electron.ts', import.meta.url).href

registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'electron' && specifier !== 'electron/main') return next(specifier, context)
    if (!isMainThread) throw new Error('A worker thread cannot load electron; nor can it in Electron.')
    return { url: standIn, shortCircuit: true, format: 'module-typescript' }
  },
})
