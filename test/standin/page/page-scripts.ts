import { makeCodec } from './codec.ts'
import { runPreload } from './preload-world.ts'
import { openDoor } from './worlds.ts'

/** The name Electron gives to the world in which a preload runs. */
export const PRELOAD_WORLD = 'Electron Isolated Context'

/** Only our own page in the top frame gets a bridge. */
const onlyHere = (script: string) =>
  `if (window === window.top && location.host.endsWith('.app.internal')) {${script}}`

/** Runs in the page's world before any of its scripts. */
export function pageScript(secret: string): string {
  return onlyHere(`(${openDoor})('page', 'preload', ${JSON.stringify(secret)})`)
}

/** Runs in the preload's world; `preload` is the text of the built CommonJS file. */
export function preloadScript(secret: string, preload: string): string {
  const name = JSON.stringify(secret)
  const body = `function (require, module, exports, process) {${preload}\n}`
  return onlyHere(
    `(${runPreload})(${name}, ${body}, (${makeCodec})(), (${openDoor})('preload', 'page', ${name}))`,
  )
}
