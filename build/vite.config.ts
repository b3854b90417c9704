import { builtinModules } from 'node:module'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// Native code and packages that read their own data files stay outside the bundles.
const external = ['electron', 'better-sqlite3', 'pdfkit', ...builtinModules, /^node:/]

const node = (input: Record<string, string>, format: 'es' | 'cjs', entryFileNames: string) => ({
  consumer: 'server' as const,
  resolve: { noExternal: true as const, external: ['better-sqlite3', 'pdfkit', 'electron'] },
  build: {
    outDir: at('../out/electron'),
    emptyOutDir: false,
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
  plugins: [react()],
  environments: {
    client: {
      build: {
        outDir: at('../out/renderer'),
        emptyOutDir: true,
        target: 'chrome140',
        modulePreload: { polyfill: false },
        // Fonts must stay files: a data: URL would need a looser content policy.
        assetsInlineLimit: 0,
      },
    },
    main: node(
      { main: at('../electron/main/main.ts'), engine: at('../electron/worker/engine-thread.ts') },
      'es',
      '[name].js',
    ),
    preload: node({ preload: at('../electron/preload/preload.ts') }, 'cjs', '[name].cjs'),
  },
  builder: {
    buildApp: async (builder) => {
      for (const environment of Object.values(builder.environments)) await builder.build(environment)
    },
  },
})
