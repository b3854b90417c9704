import type { App, Protocol, Session, WebContents } from 'electron'
import { APP_SCHEME, START_PAGE } from './app-files.ts'
import type { Log } from './log.ts'

/** Makes `app:` a real origin with a secure context. Must run before the app is ready. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ])
}

/** Switches of the browser inside Electron. Must run before the app is ready. */
export function quietBrowser({ commandLine }: Pick<App, 'commandLine'>): void {
  // No name is ever resolved, not even for what Chromium does on its own account.
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  // Component updates, reports and field trials would all ask the network.
  commandLine.appendSwitch('disable-background-networking')
  commandLine.appendSwitch('disable-component-update')
  commandLine.appendSwitch('disable-domain-reliability')
  commandLine.appendSwitch('no-pings')
}

/** Schemes that never leave the process. Developer tools exist in development only. */
export function isLocalAddress(address: string, development: boolean): boolean {
  const protocol = URL.parse(address)?.protocol
  if (protocol === `${APP_SCHEME}:` || protocol === 'blob:' || protocol === 'data:') return true
  return development && protocol === 'devtools:'
}

/** Rules for everything that loads through the session, whatever page or worker asks. */
export function lockSession(session: Session, log: Log, development: boolean): void {
  // The content policy already refuses foreign requests; this holds where a policy does not reach.
  session.webRequest.onBeforeRequest(({ url, resourceType }, answer) => {
    const local = isLocalAddress(url, development)
    if (!local) log('warn', 'request.refused', { origin: originOf(url), resourceType })
    answer({ cancel: !local })
  })
  // Nothing here needs a camera, a place or a notification. Copying a value to the clipboard is the one thing a
  // page asks permission for; it writes on a key press and can never read.
  session.setPermissionCheckHandler((_contents, permission) => permission === 'clipboard-sanitized-write')
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    const granted = permission === 'clipboard-sanitized-write'
    if (!granted) log('warn', 'permission.refused', { permission })
    answer(granted)
  })
  session.setDevicePermissionHandler(() => false)
  // Spell checking downloads dictionaries.
  session.setSpellCheckerEnabled(false)
}

/** Rules for every page there will ever be, set before it can load anything. */
export function lockContents(contents: WebContents, log: Log): void {
  // The window shows one page for its whole life; a file dropped beside the drop zone would replace it.
  contents.on('will-frame-navigate', (details) => {
    if (details.isMainFrame && withoutHash(details.url) === START_PAGE) return
    log('warn', 'navigation.refused', { origin: originOf(details.url) })
    details.preventDefault()
  })
  // No second window, and nothing is handed to the user's browser: a link inside a log record is evidence.
  contents.setWindowOpenHandler(({ url }) => {
    log('warn', 'window.refused', { origin: originOf(url) })
    return { action: 'deny' }
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  // Peer connections are not requests: neither the content policy nor the session sees them.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

const withoutHash = (address: string) => address.replace(/#.*$/, '')

/** What may be logged of an address: where it points to, not what it carries. */
function originOf(address: string): string {
  const url = URL.parse(address)
  return url === null ? 'unreadable' : `${url.protocol}//${url.host}`
}
