import type { MainCalls, RunnerCalls } from '../calls.ts'
import { type Link, link } from '../link.ts'

const send = process.send?.bind(process)
if (send === undefined) throw new Error('The stand-in is started by test/standin/launch.ts.')

const served: Partial<MainCalls> = {}

/** The way to the test runner, over the channel of `fork`: a pair of inherited sockets, nothing is opened. */
export const runner: Link<RunnerCalls> = link<MainCalls, RunnerCalls>(
  { send: (message) => send(message), onMessage: (listener) => process.on('message', listener) },
  served as MainCalls,
)

/** Offers the functions which the runner may call; the parts that answer them need `runner` themselves. */
export const serveRunner = (calls: MainCalls): void => {
  Object.assign(served, calls)
}

// The runner is gone: nobody will ever close this process.
process.on('disconnect', () => process.exit(0))
