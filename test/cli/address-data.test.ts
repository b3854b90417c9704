import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { freshFolder } from '../engine/open-case.ts'
import { archive } from '../fixtures/archive.ts'
import { mmdbFile } from '../fixtures/mmdb.ts'
import { trail } from '../fixtures/trail.ts'

const PROGRAM = join(import.meta.dirname, '../../electron/cli/trailcase.ts')
const trailcase = (...words: string[]) =>
  spawnSync(process.execPath, [PROGRAM, ...words], { encoding: 'utf8' })

describe('addresses on the command line', () => {
  const folder = () => {
    const made = freshFolder()
    archive(
      join(made, 'trail'),
      trail(
        '10:00 alice ConsoleLogin ok from 8.8.8.8 id one',
        '10:01 bob ConsoleLogin ok from 203.0.113.7 id two',
      ),
    )
    return made
  }

  it('are shown with an event, with the data and its day', () => {
    const at = folder()
    const own = join(at, 'own.mmdb')
    writeFileSync(own, mmdbFile({ '203.0.113.0/24': { country_code: 'NL' } }, 'Lab', '2026-10-01'))
    const caseFile = join(at, 'a.trailcase')
    expect(trailcase('import', join(at, 'trail'), '--case', caseFile, '--address-data', own).status).toBe(0)
    const first = trailcase('show', '--case', caseFile, 'one').stdout
    expect(first).toMatch(/address {2}8\.8\.8\.8: public address, country US \(approximate\), AS15169 /)
    expect(first).toMatch(/Data: own\.mmdb \(Lab\) 2026-10-01; geo-whois-asn-country 20/)
    expect(trailcase('show', '--case', caseFile, 'two').stdout).toMatch(
      /nobody’s, country NL \(approximate\)/,
    )
  })

  it('in a file that is none stop the command before anything is made', () => {
    const at = folder()
    const own = join(at, 'own.mmdb')
    writeFileSync(own, 'no data')
    const caseFile = join(at, 'a.trailcase')
    const { status, stderr } = trailcase(
      'import',
      join(at, 'trail'),
      '--case',
      caseFile,
      '--address-data',
      own,
    )
    expect([status, existsSync(caseFile)]).toEqual([2, false])
    expect(stderr).toContain(own)
  })
})
