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
    // Its modules leave out file endings, which Node does not take.
    server: { deps: { inline: ['dt-sql-parser'] } },
  },
})
