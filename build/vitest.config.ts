import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [react()],
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'test/bench/**'],
    setupFiles: ['test/check-node-version.ts'],
    testTimeout: 30_000,
    // By itself Vitest leaves one core to others, which on a machine with two is half of it.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // The program is started from its TypeScript hundreds of times: what Node has made of it is kept from one to the next.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url)) },
    // Its modules leave out file endings, which Node does not take.
    server: { deps: { inline: ['dt-sql-parser'] } },
  },
})
