import type { StandInSetup } from '../calls.ts'

const { STANDIN } = process.env
if (STANDIN === undefined) throw new Error('The stand-in is started by test/standin/launch.ts.')

/** What the runner told this process at the start. */
export const setup = JSON.parse(STANDIN) as StandInSetup

let ready = false

export const isReady = (): boolean => ready
export const setReady = (): void => {
  ready = true
}

/** Electron leaves order to the reader of its documentation; here a wrong order stops the test. */
export function onlyAfterReady(what: string): void {
  if (!ready) throw new Error(`${what} cannot be used before app is ready`)
}

export function onlyBeforeReady(what: string): void {
  if (ready) throw new Error(`${what} should be used before app is ready`)
}
