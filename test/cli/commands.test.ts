import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { COMMANDS } from '../../electron/cli/commands.ts'
import { runCommandLine } from '../../electron/cli/run.ts'
import { thisTool } from '../../electron/engine/this-tool.ts'
import { freshFolder } from '../engine/open-case.ts'
import { writeFile } from '../fixtures/archive.ts'
import { caught } from './caught.ts'

const PROGRAM = join(import.meta.dirname, '../../electron/cli/trailcase.ts')

describe('the commands of the command line', () => {
  it.each([...COMMANDS])('%s is what its name says', async (name, load) => {
    const command = await load()
    expect(command(thisTool(), () => undefined).name()).toBe(name)
  })

  it('all stand in the help', async () => {
    const { code, stdout } = await caught(() => runCommandLine(['--help']))
    expect(code).toBe(0)
    for (const name of COMMANDS.keys()) expect(stdout).toMatch(new RegExp(`^ {2}${name} `, 'm'))
  })

  it.each([
    ['kept', (folder: string) => join(folder, 'compiled'), true],
    [
      'not kept where that cannot be',
      (folder: string) => writeFile(folder, 'a file', Buffer.from('x')),
      false,
    ],
  ])('compiled code of all is %s', (_, place, isKept) => {
    const folder = place(freshFolder())
    const env = { ...process.env, NODE_COMPILE_CACHE: folder }
    const { status, stderr } = spawnSync(process.execPath, [PROGRAM, 'list', '--case', 'no such case'], {
      env,
      encoding: 'utf8',
    })
    expect([status, stderr]).toEqual([1, expect.stringContaining('no such case')])
    expect(statSync(folder).isDirectory() && readdirSync(folder).length > 0).toBe(isKept)
  })
})
