import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { createServer, type Plugin, type ViteDevServer } from 'vite'
import { fakeReport } from './fake-report.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const repository = fileURLToPath(new URL('../..', import.meta.url))

/** Serves the stage on this computer only. `port` 0 takes any free one. Run this file to keep it open. */
export async function serveStage(port: number): Promise<ViteDevServer> {
  const report: Plugin = {
    name: 'stage-report',
    configureServer: (server) => {
      server.middlewares.use('/report.pdf', async (_request, response) => {
        response.setHeader('content-type', 'application/pdf')
        response.end(await fakeReport())
      })
    },
  }
  const server = await createServer({
    configFile: false,
    root: here,
    cacheDir: `${repository}/node_modules/.cache/stage`,
    plugins: [react(), report],
    server: { host: '127.0.0.1', port, hmr: false, fs: { allow: [repository] } },
    optimizeDeps: {
      include: ['react', 'react-dom/client', 'lucide-react', 'zod', '@tanstack/react-virtual', 'pdfjs-dist'],
    },
    logLevel: 'warn',
  })
  await server.listen()
  return server
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = await serveStage(Number(process.argv[2] ?? 5199))
  server.printUrls()
}
