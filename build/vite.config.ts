import { globSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { runtimeFiles } from './runtime-files.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// Native code and packages that read their own data files stay outside the bundles.
const external = ['electron', 'better-sqlite3', 'pdfkit', /^zstd-codec/, ...builtinModules, /^node:/]

// Every `electron/worker/NAME-thread.ts` or `NAME-process.ts` is the entry of one and becomes `NAME.js` beside `main.js`.
const threads = Object.fromEntries(
  globSync('*-{thread,process}.ts', { cwd: at('../electron/worker') }).map((file) => [
    basename(file).replace(/-(thread|process)\.ts$/, ''),
    at(`../electron/worker/${file}`),
  ]),
)

const node = (input: Record<string, string>, format: 'es' | 'cjs', entryFileNames: string) => ({
  consumer: 'server' as const,
  resolve: { noExternal: true as const, external: ['better-sqlite3', 'pdfkit', 'zstd-codec', 'electron'] },
  build: {
    outDir: at('../out/electron'),
    // The preload is built second, into the same folder.
    emptyOutDir: format === 'es',
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input,
      external,
      output: { format, entryFileNames, chunkFileNames: '[name]-[hash].js' },
    },
  },
})

export default defineConfig({
  root: at('../renderer'),
  base: './',
  plugins: [react(), runtimeFiles('main')],
  environments: {
    client: {
      build: {
        outDir: at('../out/renderer'),
        emptyOutDir: true,
        target: 'chrome140',
        modulePreload: { polyfill: false },
        // Fonts must stay files: a data: URL would need a looser content policy.
        assetsInlineLimit: 0,
        // Read from disk, not from a network.
        chunkSizeWarningLimit: 4000,
      },
    },
    main: node({ main: at('../electron/main/main.ts'), ...threads }, 'es', '[name].js'),
    preload: node({ preload: at('../electron/preload/preload.ts') }, 'cjs', '[name].cjs'),
  },
  builder: {
    buildApp: async (builder) => {
      for (const name of ['client', 'main', 'preload']) {
        const environment = builder.environments[name]
        if (environment === undefined) throw new Error(`No environment named ${name}.`)
        await builder.build(environment)
      }
    },
  },
})
