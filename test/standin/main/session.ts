import type { PageRequest, PageResponse } from '../calls.ts'
import { onlyAfterReady, onlyBeforeReady } from './setup.ts'
import { strict } from './strict.ts'

type RequestRule = (
  details: { url: string; method: string; resourceType: string },
  answer: (response: { cancel?: boolean }) => void,
) => void
type PermissionRule = (contents: null, permission: string, origin: string, details: object) => boolean

let requestRule: RequestRule | undefined
let permissionRule: PermissionRule | undefined

/** The one session of the stand-in. It asks the app's rules as Electron does; it has no network of its own. */
export const defaultSession = strict('session.defaultSession', {
  webRequest: strict('session.webRequest', {
    onBeforeRequest: (rule: RequestRule) => {
      requestRule = rule
    },
  }),
  setPermissionCheckHandler: (rule: PermissionRule) => {
    permissionRule = rule
  },
  // A page in the stand-in never gets as far as a request: what the check refuses is denied at once.
  setPermissionRequestHandler: () => undefined,
  setDevicePermissionHandler: () => undefined,
  setSpellCheckerEnabled: () => undefined,
})

export const session = strict('session', {
  get defaultSession() {
    onlyAfterReady('session.defaultSession')
    return defaultSession
  },
})

/** Electron's names of permissions and those of the test browser. */
const PERMISSIONS: Readonly<Record<string, string>> = {
  'clipboard-sanitized-write': 'clipboard-write',
  'clipboard-read': 'clipboard-read',
  geolocation: 'geolocation',
  notifications: 'notifications',
  media: 'camera',
  midi: 'midi',
}

/** What the app's rule grants, in the test browser's words. Without a rule Electron grants everything. */
export function grantedPermissions(): string[] {
  const granted = Object.entries(PERMISSIONS).filter(
    ([name]) => permissionRule === undefined || permissionRule(null, name, 'app://trailcase', {}),
  )
  return granted.map(([, name]) => name)
}

type SchemeHandler = (request: Request) => Response | Promise<Response>
const registered = new Set<string>()
const handlers = new Map<string, SchemeHandler>()

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (schemes: readonly Electron.CustomScheme[]) => {
    onlyBeforeReady('protocol.registerSchemesAsPrivileged')
    for (const { scheme, privileges } of schemes) {
      if (privileges?.standard === true && privileges.secure === true) registered.add(scheme)
    }
  },
  handle: (scheme: string, handler: SchemeHandler) => {
    onlyAfterReady('protocol.handle')
    if (!registered.has(scheme))
      throw new Error(`The stand-in serves only standard, secure schemes, not ${scheme}:.`)
    if (handlers.has(scheme)) throw new Error(`${scheme}: has a handler already.`)
    handlers.set(scheme, handler)
  },
})

/** A request of a page: first the session's rule, then the handler of the scheme. */
export async function request({
  url,
  method,
  headers,
  resourceType,
}: PageRequest): Promise<PageResponse | undefined> {
  const refused = await new Promise<boolean>((resolve) => {
    if (requestRule === undefined) resolve(false)
    else requestRule({ url, method, resourceType }, ({ cancel }) => resolve(cancel === true))
  })
  const handler = handlers.get(new URL(url).protocol.slice(0, -1))
  if (refused || handler === undefined) return undefined
  const response = await handler(new Request(url, { method, headers: { ...headers } }))
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: new Uint8Array(await response.arrayBuffer()),
  }
}
