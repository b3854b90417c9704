import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { appFiles } from '../../electron/main/app-files.ts'
import { temporaryFolder } from './temporary-folder.ts'

function site() {
  const folder = temporaryFolder()
  const root = join(folder, 'renderer')
  mkdirSync(join(root, 'assets'), { recursive: true })
  mkdirSync(join(folder, 'renderer-secret'))
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'renderer-secret/index.html'), 'secret')
  writeFileSync(join(root, 'index.html'), '<p>page')
  writeFileSync(join(root, 'assets/face.ttf'), 'font')
  writeFileSync(join(root, 'assets/unknown.bin'), 'bytes')
  const answer = appFiles(root)
  return (url: string, method = 'GET') => answer(new Request(url, { method }))
}

test('serves its files with type and policy', async () => {
  const get = site()
  const page = await get('app://trailcase/index.html?x=1#y')
  expect(page.status).toBe(200)
  expect(await page.text()).toBe('<p>page')
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(page.headers.get('x-content-type-options')).toBe('nosniff')
  expect((await get('app://trailcase/assets/face.ttf')).headers.get('content-type')).toBe('font/ttf')
  const unknown = await get('app://trailcase/assets/unknown.bin')
  expect(unknown.headers.get('content-type')).toBe('application/octet-stream')
})

test('a refusal carries the policy too', async () => {
  const missing = await site()('app://trailcase/none.js')
  expect(missing.status).toBe(404)
  expect(missing.headers.get('content-security-policy')).toContain("default-src 'none'")
})

test.for([
  'app://trailcase/../secret.txt',
  'app://trailcase/%2e%2e/secret.txt',
  'app://trailcase/..%2fsecret.txt',
  'app://trailcase/assets/..%2f..%2fsecret.txt',
  'app://trailcase/..%5csecret.txt',
  'app://trailcase/..%2frenderer-secret/index.html',
  'app://trailcase/%00index.html',
  'app://trailcase/%zz',
  'app://trailcase/C:%2fsecret.txt',
  'app://other/index.html',
  'app://trailcase:80/index.html',
  'file:///etc/hostname',
  'app://trailcase/',
  'app://trailcase/assets',
])('refuses %s', async (url) => {
  expect((await site()(url)).status).toBe(404)
})

test('only reads', async () => {
  const get = site()
  expect((await get('app://trailcase/index.html', 'POST')).status).toBe(405)
  const head = await get('app://trailcase/index.html', 'HEAD')
  expect([head.status, await head.text()]).toEqual([200, ''])
})

test('no mix of dots, slashes and escapes leaves the folder', async () => {
  const get = site()
  const pieces = fc.constantFrom(
    '..',
    '.',
    '/',
    '%2f',
    '%2e',
    '%5c',
    '\\',
    'secret.txt',
    'renderer-secret',
    '%00',
    ':',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(pieces, { maxLength: 8 }), async (parts) => {
      const answer = await get(`app://trailcase/${parts.join('')}`)
      return !(await answer.text()).includes('secret')
    }),
    { numRuns: 500 },
  )
})
