import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { openCase } from '../../../electron/engine/case/open.ts'
import { seededDice } from '../../../electron/engine/sample/random.ts'
import { thisTool } from '../../../electron/engine/this-tool.ts'
import { startTrailcase, trailcase } from './command.ts'

/** How long an import takes when nothing disturbs it, and how long before it writes its first file. */
export interface Pacing {
  readonly firstWriteMs: number
  readonly totalMs: number
}

export async function undisturbedImport(tree: string, caseFile: string): Promise<Pacing> {
  const started = performance.now()
  const { ended } = startTrailcase(['import', tree, '--case', caseFile, '--json'])
  while (!existsSync(caseFile)) await wait(2)
  const firstWriteMs = performance.now() - started
  const { status, stderr } = await ended
  if (status !== 0 && status !== 1) throw new Error(`import ended with ${status}: ${stderr}`)
  return { firstWriteMs, totalMs: performance.now() - started }
}

export interface Killed {
  readonly kills: number
  readonly notes: readonly string[]
}

/**
 * Imports the tree again and again and kills each import at a moment that the seed chooses, so often or until one
 * is through; then imports once more to the end. After some kills a note is written on the newest sign-in.
 */
export async function importWithKills(
  tree: string,
  caseFile: string,
  seed: number,
  most: number,
  { firstWriteMs, totalMs }: Pacing,
): Promise<Killed> {
  const dice = seededDice(seed)
  const notes: string[] = []
  let kills = 0
  while (kills < most) {
    // Most kills fall into the writing; some into the start, when the case is made or opened.
    const early = dice.roll(5) === 0
    const from = early ? firstWriteMs * 0.8 : firstWriteMs
    const span = early ? firstWriteMs * 0.3 : totalMs - firstWriteMs
    const { child, ended } = startTrailcase(['import', tree, '--case', caseFile, '--json'])
    const timer = setTimeout(() => child.kill('SIGKILL'), from + (span * dice.roll(1000)) / 1000)
    const { status, stderr } = await ended
    clearTimeout(timer)
    if (status !== null) {
      if (status > 1 || stderr !== '') throw new Error(`import ended with ${status}: ${stderr}`)
      break
    }
    kills += 1
    if (existsSync(caseFile) && dice.roll(3) === 0) {
      const text = `after kill ${kills}`
      if (await noteNewest(caseFile, text)) notes.push(text)
    }
  }
  const { status, stderr } = await trailcase('import', tree, '--case', caseFile, '--json')
  if (status === null || status > 1 || stderr !== '')
    throw new Error(`import ended with ${status}: ${stderr}`)
  return { kills, notes }
}

/** False when no sign-in is in the case yet, or those that are have no event ID of their own. */
async function noteNewest(caseFile: string, text: string): Promise<boolean> {
  // What is listed without opening the case for work may still belong to a file that was not read whole.
  openCase(caseFile, { name: 'test', tool: thisTool(), now: Date.now }).close()
  const listed = await trailcase('list', '--case', caseFile, '--format', 'jsonl')
  if (listed.status !== 0) throw new Error(`list ended with ${listed.status}: ${listed.stderr}`)
  const ids = listed.stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => String(JSON.parse(line).eventId))
  const alone = ids.filter((id) => ids.indexOf(id) === ids.lastIndexOf(id)).at(-1)
  if (alone === undefined) return false
  const { status, stderr } = await trailcase(
    'note',
    'add',
    '--case',
    caseFile,
    '--event',
    alone,
    '--text',
    text,
  )
  if (status !== 0) throw new Error(`note ended with ${status}: ${stderr}`)
  return true
}
