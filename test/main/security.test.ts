import { EventEmitter } from 'node:events'
import type { Session, WebContents } from 'electron'
import { expect, test } from 'vitest'
import { isLocalAddress, lockContents, lockSession } from '../../electron/main/security.ts'

test.for([
  ['app://trailcase/index.html', true],
  ['blob:app://trailcase/1', true],
  ['data:image/png;base64,AA==', true],
  ['https://example.com/', false],
  ['http://127.0.0.1/', false],
  ['ws://localhost/', false],
  ['file:///etc/passwd', false],
  ['ftp://example.com/', false],
  ['chrome-extension://x/', false],
  ['devtools://devtools/x', false],
  ['not an address', false],
] as const)('%s is local: %s', ([address, local]) => {
  expect(isLocalAddress(address, false)).toBe(local)
})

test('developer tools may load in development', () => {
  expect(isLocalAddress('devtools://devtools/x', true)).toBe(true)
})

test('the session cancels foreign requests, grants one permission and logs origins only', () => {
  const rules = new Map<string, (...args: never[]) => unknown>()
  const keep = (name: string) => (rule: (...args: never[]) => unknown) => rules.set(name, rule)
  const session = {
    webRequest: { onBeforeRequest: keep('request') },
    setPermissionCheckHandler: keep('check'),
    setPermissionRequestHandler: keep('ask'),
    setDevicePermissionHandler: keep('device'),
    setSpellCheckerEnabled: keep('spelling'),
  }
  const logged: unknown[] = []
  lockSession(session as unknown as Session, (...line) => logged.push(line), false)
  const use = (name: string, ...args: unknown[]) => rules.get(name)?.(...(args as never[]))

  const answers: unknown[] = []
  const answer = (given: unknown) => answers.push(given)
  use('request', { url: 'app://trailcase/x.js', resourceType: 'script' }, answer)
  use('request', { url: 'https://example.com/secret?token=1', resourceType: 'xhr' }, answer)
  expect(answers).toEqual([{ cancel: false }, { cancel: true }])
  expect(use('check', null, 'clipboard-sanitized-write')).toBe(true)
  for (const permission of ['clipboard-read', 'geolocation', 'media', 'notifications', 'fileSystem', 'hid']) {
    expect(use('check', null, permission)).toBe(false)
  }
  use('ask', null, 'geolocation', answer)
  expect(answers.at(-1)).toBe(false)
  expect(use('device')).toBe(false)
  expect(JSON.stringify(logged)).not.toContain('token')
})

test('a page stays where it is, opens nothing and embeds nothing', () => {
  let openHandler: ((details: { url: string }) => unknown) | undefined
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: typeof openHandler) => {
      openHandler = handler
    },
    setWebRTCIPHandlingPolicy: () => undefined,
  })
  lockContents(contents as unknown as WebContents, () => undefined)
  const prevented = (event: string, url: string, isMainFrame = true) => {
    let stopped = false
    contents.emit(event, {
      url,
      isMainFrame,
      preventDefault: () => {
        stopped = true
      },
    })
    return stopped
  }
  expect(prevented('will-frame-navigate', 'app://trailcase/index.html#x')).toBe(false)
  expect(prevented('will-frame-navigate', 'app://trailcase/other.html')).toBe(true)
  expect(prevented('will-frame-navigate', 'app://trailcase/index.html', false)).toBe(true)
  expect(prevented('will-frame-navigate', 'https://example.com/')).toBe(true)
  expect(prevented('will-frame-navigate', 'file:///home/me/trail')).toBe(true)
  expect(prevented('will-attach-webview', '')).toBe(true)
  expect(openHandler?.({ url: 'https://example.com/' })).toEqual({ action: 'deny' })
})
