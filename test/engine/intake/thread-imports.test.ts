import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const IMPORT = /^(?:import|export)\s+(?!type\b)([^'"]*?)\sfrom\s+'([^']+)'/gm

/** Packages that are loaded with a file, and the file that first asks for each. */
function packagesOf(entry: string): ReadonlyMap<string, string> {
  const packages = new Map<string, string>()
  const seen = new Set<string>()
  const waiting = [entry]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    for (const [, names = '', from = ''] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
      const inBraces = /^\{([^}]*)\}$/.exec(names.trim())?.[1]?.split(',') ?? ['']
      if (inBraces.every((name) => /^\s*(type\s.*)?$/.test(name)) && names.includes('{')) continue
      if (from.startsWith('.')) waiting.push(join(dirname(file), from))
      else if (!from.startsWith('node:') && !packages.has(from)) packages.set(from, file)
    }
  }
  return packages
}

it('an intake thread loads nothing that takes memory in each of them', () => {
  const entry = fileURLToPath(new URL('../../../electron/worker/intake-thread.ts', import.meta.url))
  // The codec for zstd is loaded when it is met.
  expect([...packagesOf(entry).keys()].sort()).toEqual(['bowser'])
})
