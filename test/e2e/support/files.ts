import { mkdirSync } from 'node:fs'
import type { CDPSession } from '@playwright/test'
import type { AppUnderTest } from './app.ts'

/**
 * Drops files or folders on an element as an operating system does: the page gets real `File` objects, folders
 * included, and the preload their paths. Checks that the page was given exactly these paths. In one call no two
 * paths may end in the same name.
 */
export async function dropPaths(
  app: AppUnderTest,
  selector: string,
  paths: readonly string[],
): Promise<void> {
  const box = await app.page.locator(selector).boundingBox()
  if (box === null) throw new Error(`Nothing is shown at ${selector}.`)
  await app.registerPaths(paths)
  await app.page.evaluate(keepNextDrop, KEPT)
  const session = await app.context.newCDPSession(app.page)
  const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...point, data })
  }
  const got = await droppedPaths(session, paths.length)
  await session.detach()
  if (got.join('\n') !== paths.join('\n'))
    throw new Error(`Dropped ${paths.join(', ')}; the page got ${got.join(', ')}.`)
}

/** Makes the next "open" dialog answer with these paths, or with nothing when null. */
export async function answerOpenDialog(app: AppUnderTest, paths: readonly string[] | null): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: filePaths === null, filePaths: [...(filePaths ?? [])] })
  }, paths)
}

/** Makes the next "save" dialog answer with this path, or with nothing when null. */
export async function answerSaveDialog(app: AppUnderTest, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' })
  }, path)
}

/** Makes the next question answer with the button of that number, counted from 0. */
export async function answerQuestion(app: AppUnderTest, response: number): Promise<void> {
  await app.evaluate(({ dialog }, button) => {
    dialog.showMessageBox = async () => ({ response: button, checkboxChecked: false })
  }, response)
}

/** A new folder below the home of the test, removed with it. */
export function newFolder(app: AppUnderTest, name: string): string {
  const folder = `${app.home.folder}/${name}`
  mkdirSync(folder, { recursive: true })
  return folder
}

const KEPT = '__droppedFiles'

function keepNextDrop(name: string): void {
  const keep = (event: DragEvent) => Reflect.set(window, name, [...(event.dataTransfer?.files ?? [])])
  window.addEventListener('drop', keep, { capture: true, once: true })
}

async function droppedPaths(session: CDPSession, count: number): Promise<string[]> {
  const paths: string[] = []
  for (let index = 0; index < count; index += 1) {
    const { result } = await session.send('Runtime.evaluate', { expression: `window.${KEPT}[${index}]` })
    if (result.objectId === undefined) throw new Error('The drop did not reach the page.')
    paths.push((await session.send('DOM.getFileInfo', { objectId: result.objectId })).path)
  }
  return paths
}
