import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { programCommand } from '../../shared/domain/program.ts'
import { callFromPage, nextEvent, outputFromPage } from './support/calls.ts'
import { endEngine } from './support/engine.ts'
import { answerOpenDialog, answerQuestion, answerSaveDialog, dropPaths, newFolder } from './support/files.ts'
import { expect, test } from './support/launch.ts'
import { chooseMenu, menuLabels } from './support/menu.ts'
import { testHome } from './support/setup.ts'

test('the window opens and tells what it runs on', async ({ app }) => {
  const info = await outputFromPage(app, 'app.info', undefined)
  expect(info.version).toMatch(/^\d+\.\d+\.\d+$/)
  expect(info.runtime).toMatch(/^Electron /)
  expect(info.systemZone).toBe('UTC')
  expect(app.problems).toEqual([])
})

test('the program states the hash of its own files, which its command gives again', async ({ app }) => {
  test.skip(process.platform === 'win32', 'needs a shell with sha256sum')
  const { E2E_APP: packed } = process.env
  const program = await outputFromPage(app, 'program.files', undefined)
  expect(program).toMatchObject({ form: packed === undefined ? 'built' : 'packaged', trouble: null })
  const cwd = packed ?? join(import.meta.dirname, '../..')
  const { stdout } = spawnSync('sh', ['-c', programCommand(program)], { cwd, encoding: 'utf8' })
  expect(stdout.slice(0, 64)).toBe(program.sha256)
})

test('a new computer gets settings from the operating system', async ({ launch }) => {
  const app = await launch({ fresh: true, locale: 'ja', systemZone: 'Asia/Tokyo' })
  const settings = await outputFromPage(app, 'settings.get', undefined)
  expect(settings).toMatchObject({
    language: 'ja',
    theme: 'system',
    zone: 'Asia/Tokyo',
    firstClock: 'utc',
  })
  expect(await menuLabels(app)).toContain('ファイル')
})

test('settings are kept, and the menu and the colours follow them', async ({ launch }) => {
  const home = testHome()
  const app = await launch({ home })
  await outputFromPage(app, 'settings.set', { language: 'en', theme: 'light' })
  expect(await menuLabels(app)).toContain('File')
  await outputFromPage(app, 'settings.set', { language: 'ja', theme: 'dark' })
  expect(await menuLabels(app)).toContain('ファイル')
  await expect
    .poll(() => app.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
    .toBe(true)
  expect(await app.close()).toBe(0)

  const again = await launch({ home })
  expect(await outputFromPage(again, 'settings.get', undefined)).toMatchObject({
    language: 'ja',
    theme: 'dark',
  })
})

test('a damaged settings file is set aside and the program starts', async ({ launch }) => {
  const home = testHome()
  writeFileSync(join(home.userData, 'settings.json'), '{"language": "kl')
  const app = await launch({ home })
  expect((await outputFromPage(app, 'settings.get', undefined)).language).toBe('en')
  expect(existsSync(join(home.userData, 'settings.json'))).toBe(false)
  expect(readFileSync(join(home.userData, 'log/trailcase.log'), 'utf8')).toContain('stored.damaged')
})

test('dialogs answer with the choice, or with nothing', async ({ app }) => {
  await answerOpenDialog(app, ['/evidence/trail'])
  expect(await outputFromPage(app, 'dialog.pickFolder', undefined)).toBe('/evidence/trail')
  await answerOpenDialog(app, ['/evidence/a.gz', '/evidence/b.gz'])
  expect(await outputFromPage(app, 'dialog.pickFiles', undefined)).toEqual([
    '/evidence/a.gz',
    '/evidence/b.gz',
  ])
  await answerOpenDialog(app, null)
  expect(await outputFromPage(app, 'dialog.pickCase', undefined)).toBeNull()
  expect(await outputFromPage(app, 'dialog.pickFiles', undefined)).toEqual([])
})

test('a saved name gets its ending, and replacing by that is asked for', async ({ app }) => {
  const folder = newFolder(app, 'out')
  const typed = { suggestedName: 'case 7', extension: 'pdf' } as const
  await answerSaveDialog(app, join(folder, 'report'))
  expect(await outputFromPage(app, 'dialog.saveFile', typed)).toBe(join(folder, 'report.pdf'))

  writeFileSync(join(folder, 'report.pdf'), 'older')
  await answerQuestion(app, 0)
  expect(await outputFromPage(app, 'dialog.saveFile', typed)).toBeNull()
  await answerQuestion(app, 1)
  expect(await outputFromPage(app, 'dialog.saveFile', typed)).toBe(join(folder, 'report.pdf'))
  await answerSaveDialog(app, null)
  expect(await outputFromPage(app, 'dialog.saveCase', { suggestedName: 'x' })).toBeNull()
})

test('recent cases say whether they are still there', async ({ app }) => {
  const path = join(app.home.folder, 'one.trailcase')
  const entry = { path, caseNumber: 'TC-1', title: 'One', signIns: 3, firstTime: null, lastTime: null }
  writeFileSync(path, '')
  await outputFromPage(app, 'recent.remember', entry)
  await outputFromPage(app, 'recent.remember', { ...entry, path: '/not/there.trailcase' })
  const list = await outputFromPage(app, 'recent.list', undefined)
  expect(list.map((recent) => [recent.path, recent.present])).toEqual([
    ['/not/there.trailcase', false],
    [path, true],
  ])
  await outputFromPage(app, 'recent.forget', { path })
  expect(await outputFromPage(app, 'recent.list', undefined)).toHaveLength(1)
})

test('the folder for cases is made below the documents', async ({ app }) => {
  const folder = await outputFromPage(app, 'folder.cases', undefined)
  expect(folder).toBe(join(app.home.documents, 'Trailcase'))
  expect(existsSync(folder)).toBe(true)
})

test('a menu command reaches the page', async ({ app }) => {
  const command = await nextEvent(app, 'menu.command')
  await chooseMenu(app, 'show-keys')
  expect(await command()).toEqual({ command: 'show-keys' })
})

test('a dropped folder has its path in the preload only', async ({ app }) => {
  const folder = newFolder(app, 'AWSLogs ログ')
  mkdirSync(join(folder, 'inner'))
  const path = app.page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.documentElement.addEventListener('dragover', (event) => event.preventDefault(), {
          capture: true,
        })
        document.documentElement.addEventListener(
          'drop',
          (event) => {
            event.preventDefault()
            event.stopPropagation()
            const file = event.dataTransfer?.files[0]
            const bridge = Reflect.get(window, 'trailcase') as { pathOf(file: File): string }
            resolve(file === undefined ? 'nothing' : bridge.pathOf(file))
          },
          { capture: true },
        )
      }),
  )
  await dropPaths(app, 'body', [folder])
  expect(await path).toBe(folder)
  const made = await app.page.evaluate(() => {
    const bridge = Reflect.get(window, 'trailcase') as { pathOf(file: File): string }
    return bridge.pathOf(new File(['x'], 'made in the page'))
  })
  expect(made).toBe('')
})

test('a call without a case says so, and a malformed one says what is wrong', async ({ app }) => {
  expect(await callFromPage(app, 'note.add', { signInId: -1, text: '' })).toMatchObject({
    kind: 'fail',
    code: 'invalid-input',
  })
  expect(await callFromPage(app, 'shell.showInFolder', { path: '/not/there' })).toMatchObject({
    kind: 'fail',
    code: 'not-found',
  })
  expect(await callFromPage(app, 'constructor' as never, undefined as never)).toMatchObject({
    kind: 'fail',
    code: 'unknown-method',
  })
})

test('the death of the engine thread is reported, and the next call finds a new one', async ({ app }) => {
  await callFromPage(app, 'note.list', undefined)
  await endEngine(app)
  const result = await callFromPage(app, 'case.close', undefined)
  expect(result.kind).toBe('ok')
  const log = readFileSync(join(app.home.userData, 'log/trailcase.log'), 'utf8')
  expect(log).toContain('engine.lost')
})

test('the page can be loaded again', async ({ app }) => {
  await outputFromPage(app, 'app.info', undefined)
  await app.page.reload()
  expect((await outputFromPage(app, 'app.info', undefined)).runtime).toMatch(/^Electron /)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload())
  await expect
    .poll(() =>
      callFromPage(app, 'settings.get', undefined).then(
        (result) => result.kind,
        () => 'loading',
      ),
    )
    .toBe('ok')
})

test('a second start brings the window to the front', async ({ app }) => {
  await app.evaluate(({ app: electronApp, BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.minimize()
    electronApp.emit('second-instance')
  })
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized())).toBe(
    false,
  )
})

test('closing the window ends the program cleanly', async ({ app }) => {
  await app.evaluate(({ BrowserWindow }) => {
    setImmediate(() => BrowserWindow.getAllWindows()[0]?.close())
  })
  expect(await app.exited).toBe(0)
})
