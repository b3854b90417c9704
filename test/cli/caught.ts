import { vi } from 'vitest'

/** Runs a command and keeps what it prints. */
export async function caught(run: () => Promise<number>) {
  const texts = { stdout: '', stderr: '' }
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      texts[name] += String(text)
      return true
    }),
  )
  try {
    return { code: await run(), ...texts }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}
