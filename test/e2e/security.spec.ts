import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { outputFromPage } from './support/calls.ts'
import { expect, test } from './support/launch.ts'

test('the page has a bridge of three functions and nothing of Node or Electron', async ({ app }) => {
  const found = await app.page.evaluate(() => {
    const bridge = Reflect.get(window, 'trailcase') as object
    return {
      functions: Object.keys(bridge).sort(),
      frozen: Object.isFrozen(bridge),
      leaked: ['require', 'process', 'module', 'ipcRenderer', 'electron', 'Buffer', 'global'].filter(
        (name) => name in window,
      ),
    }
  })
  expect(found).toEqual({ functions: ['listen', 'pathOf', 'post'], frozen: true, leaked: [] })
})

test('the page and its files carry a strict content policy', async ({ app }) => {
  const policy = await app.page.evaluate(async () => {
    const answer = await fetch(location.href)
    return answer.headers.get('content-security-policy')
  })
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self';")
  expect(policy).not.toContain('unsafe-eval')
  expect(policy).not.toContain('http')
})

test('text that ends up in the page cannot run as script', async ({ app }) => {
  const ran = await app.page.evaluate(async () => {
    const element = document.createElement('div')
    element.innerHTML = '<img src="./nothing.png" onerror="window.ran = 1"><script>window.ran = 2</script>'
    document.body.append(element)
    await new Promise((resolve) => setTimeout(resolve, 200))
    try {
      // biome-ignore lint/security/noGlobalEval: the policy must refuse it.
      globalThis.eval('window.ran = 3')
    } catch {
      // As it should be.
    }
    return Reflect.get(window, 'ran')
  })
  expect(ran).toBeUndefined()
})

test('nothing outside can be asked', async ({ app }) => {
  const answers = await app.page.evaluate(async () => {
    const refused = (attempt: Promise<unknown>) =>
      attempt.then(
        () => 'answered',
        () => 'refused',
      )
    const image = new Promise((resolve, reject) => {
      const element = new Image()
      element.onload = resolve
      element.onerror = reject
      element.src = 'https://example.com/pixel.png'
    })
    const socket = new Promise((resolve, reject) => {
      try {
        const open = new WebSocket('wss://example.com/')
        open.onopen = resolve
        open.onerror = reject
      } catch (cause) {
        reject(cause)
      }
    })
    return {
      fetch: await refused(fetch('https://example.com/')),
      local: await refused(fetch('http://127.0.0.1:45991/')),
      file: await refused(fetch('file:///etc/hostname')),
      image: await refused(image),
      socket: await refused(socket),
    }
  })
  expect(answers).toEqual({
    fetch: 'refused',
    local: 'refused',
    file: 'refused',
    image: 'refused',
    socket: 'refused',
  })
})

test('no second window opens, the page does not leave, and the log names no more than the origin', async ({
  app,
}) => {
  await app.page.evaluate(() => {
    window.open('https://example.com/opened')
  })
  await app.page.evaluate(() => {
    location.href = 'https://example.com/left'
  })
  await expect
    .poll(() => readFileSync(join(app.home.userData, 'log/trailcase.log'), 'utf8'))
    .toContain('"navigation.refused"')
  const log = readFileSync(join(app.home.userData, 'log/trailcase.log'), 'utf8')
  expect(log).toContain('"window.refused"')
  expect(log).not.toContain('/left')
  // The stand-in closes a refused window a moment after it was opened; Electron never opens it.
  await expect.poll(() => app.context.pages().length).toBe(1)
})

test('a refused navigation leaves the page as it is', async ({ app }) => {
  await app.page.evaluate(() => {
    Reflect.set(window, 'mark', 'still here')
    const link = document.createElement('a')
    link.href = 'https://example.com/'
    link.textContent = 'a link in a record'
    document.body.append(link)
    link.click()
  })
  await app.page.waitForTimeout(300)
  expect(await app.page.evaluate(() => Reflect.get(window, 'mark'))).toBe('still here')
  await outputFromPage(app, 'app.info', undefined)
})

test('the app serves its own folder and nothing else', async ({ app }) => {
  const statuses = await app.page.evaluate(async () => {
    const status = (path: string, init?: RequestInit) => fetch(path, init).then((answer) => answer.status)
    return {
      page: await status('./index.html'),
      missing: await status('./not-there.js'),
      dots: await status('../electron/main.js'),
      encoded: await status('..%2felectron%2fmain.js'),
      doubled: await status('/%2e%2e%2f%2e%2e%2fpackage.json'),
      backslash: await status('/..%5c..%5cpackage.json'),
      absolute: await status('//etc/passwd').catch(() => 404),
      writing: await status('./index.html', { method: 'POST', body: 'x' }),
    }
  })
  expect(statuses).toEqual({
    page: 200,
    missing: 404,
    dots: 404,
    encoded: 404,
    doubled: 404,
    backslash: 404,
    absolute: 404,
    writing: 405,
  })
})

test('no permission is granted but writing to the clipboard', async ({ app }) => {
  const states = await app.page.evaluate(async () => {
    const state = async (name: string) =>
      (await navigator.permissions.query({ name: name as PermissionName })).state
    return {
      geolocation: await state('geolocation'),
      notifications: await state('notifications'),
      camera: await state('camera'),
      read: await state('clipboard-read'),
      write: await state('clipboard-write'),
    }
  })
  expect(states).toEqual({
    geolocation: 'denied',
    notifications: 'denied',
    camera: 'denied',
    read: 'denied',
    write: 'granted',
  })
})

test('a malformed or foreign message is dropped and the line stays open', async ({ app }) => {
  await app.page.evaluate(() => {
    const bridge = Reflect.get(window, 'trailcase') as { post(message: unknown): void }
    for (const message of [null, 7, 'call', {}, { kind: 'call' }, { kind: 'ok', id: 'x' }, [1, 2, 3]])
      bridge.post(message)
  })
  expect((await outputFromPage(app, 'app.info', undefined)).platform).toContain(process.platform)
})
