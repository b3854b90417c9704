import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openAddressLookup } from '../../../electron/engine/enrich/address-lookup.ts'
import { addressFacts, renewAddresses } from '../../../electron/engine/enrich/fill-addresses.ts'
import { createSession } from '../../../electron/worker/session.ts'
import { archive } from '../../fixtures/archive.ts'
import { mmdbFile } from '../../fixtures/mmdb.ts'
import { trail } from '../../fixtures/trail.ts'
import { freshCase, freshFolder, importInto, testActor } from '../open-case.ts'

const LINES = [
  '10:00 alice ConsoleLogin ok from 8.8.8.8',
  '10:01 alice ConsoleLogin failed from 203.0.113.7',
  '10:02 bob ConsoleLogin ok from 8.8.8.8',
]

async function imported(lines: readonly string[] = LINES) {
  const folder = freshFolder()
  archive(join(folder, 'a'), trail(...lines))
  const made = freshCase(folder)
  await importInto(made, [join(folder, 'a')])
  return { ...made, folder }
}

const quiet = () => ({ signal: new AbortController().signal, onProgress: () => undefined })

describe('addresses of a case', () => {
  it('are looked up at the end of an import, each once', async () => {
    const { db, folder, ...rest } = await imported()
    const all = () => db.prepare('select source_ip, kind, country, network_number from address').raw().all()
    expect(all()).toEqual([
      ['203.0.113.7', 'documentation', null, null],
      ['8.8.8.8', 'public', 'US', 15_169],
    ])
    archive(join(folder, 'b'), trail('11:00 alice ConsoleLogin ok from 133.11.0.1'))
    await importInto({ db, ...rest }, [join(folder, 'b')])
    expect(all()).toHaveLength(3)
    expect(addressFacts(db, '133.11.0.1')).toMatchObject({ country: 'JP' })
    expect(addressFacts(db, '192.0.2.99')).toBeNull()
  })

  it('are looked up when a case without them is opened, and not again after that', async () => {
    const { db, path } = await imported()
    db.exec('delete from address; delete from address_fill')
    const session = createSession(testActor().tool)
    const { db: again } = await session.open(path, 'R. Ito', quiet())
    expect(addressFacts(again, '8.8.8.8')).toMatchObject({ country: 'US' })
    expect(renewAddresses(again, session.addresses())).toBe(0)
    await session.close(quiet())
  })

  it('are looked up again in other data, which the custody log says', async () => {
    const { path } = await imported()
    const own = join(freshFolder(), 'own.mmdb')
    writeFileSync(own, mmdbFile({ '203.0.113.0/24': { country_code: 'NL' } }, 'Lab', '2026-10-01'))
    const session = createSession(testActor().tool)
    const { db } = await session.open(path, 'R. Ito', quiet())
    expect(session.useAddressSets([own])).toBe(2)
    expect(addressFacts(db, '203.0.113.7')).toMatchObject({ kind: 'documentation', country: 'NL' })
    expect(addressFacts(db, '203.0.113.7')?.dataset).toContain('own.mmdb (Lab) 2026-10-01')
    const last = db.prepare('select action, detail from custody_entry order by sequence desc').get()
    expect(last).toMatchObject({ action: 'addresses.renewed', detail: expect.stringContaining('own.mmdb') })
    expect(session.useAddressSets([own])).toBe(0)
    await session.close(quiet())
  })

  it('leave a case whole when rows were taken back', async () => {
    const { db } = await imported()
    db.exec(`insert into address_fill values (1, 'x', 99) on conflict (id) do update set up_to = 99`)
    db.prepare('delete from address where source_ip = ?').run('8.8.8.8')
    renewAddresses(db, openAddressLookup([]))
    expect(addressFacts(db, '8.8.8.8')).not.toBeNull()
  })
})
