import type { AppUnderTest } from './app.ts'

/** Ends the engine thread as a crash would, in the middle of whatever it does. */
export async function endEngine(app: AppUnderTest): Promise<void> {
  await app.evaluate(async () => {
    const workers = Reflect.get(globalThis, Symbol.for('trailcase.test.workers')) as {
      terminate(): Promise<number>
    }[]
    await workers.at(-1)?.terminate()
  })
}
