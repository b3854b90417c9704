import { readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

export const APP_SCHEME = 'app'
export const APP_HOST = 'trailcase'
/** The address of the one page the window shows. */
export const START_PAGE = `${APP_SCHEME}://${APP_HOST}/index.html`

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
}

/**
 * What a page may load and run: its own files and nothing else. Inline script and style stay forbidden, because
 * text out of a log file ends up on the screen. `blob:` and `data:` images hold page previews and icons; a `blob:`
 * worker is what the PDF viewer falls back to when it takes the custom scheme for a foreign origin.
 */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_POLICY,
  // A file is what its ending says, never what its bytes look like.
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
}

/**
 * Answers requests for `app://trailcase/...` with the files under `root` and with nothing else: 404 for what is
 * not there, not ours or outside `root`, 405 for anything but reading.
 */
export function appFiles(root: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405)
    const file = fileUnder(root, request.url)
    if (file === undefined) return refusal(404)
    try {
      const bytes = await readFile(file)
      const type = CONTENT_TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream'
      return new Response(request.method === 'HEAD' ? null : bytes, {
        headers: { ...HEADERS, 'content-type': type },
      })
    } catch {
      return refusal(404)
    }
  }
}

/** The file an address means, or undefined when it leaves `root` in any spelling. */
function fileUnder(root: string, address: string): string | undefined {
  const url = URL.parse(address)
  if (url === null || url.protocol !== `${APP_SCHEME}:` || url.host !== APP_HOST) return undefined
  let path: string
  try {
    // The URL parser has resolved plain and dotted `..`; an encoded slash comes back only here.
    path = decodeURIComponent(url.pathname)
  } catch {
    return undefined
  }
  if (path.includes('\0') || path.includes('\\') || path.includes(':')) return undefined
  const file = join(root, path)
  return file.startsWith(root.endsWith(sep) ? root : root + sep) ? file : undefined
}

const refusal = (status: 404 | 405) => new Response(null, { status, headers: HEADERS })
