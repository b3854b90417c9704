import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { checkCustody } from '../../../electron/engine/custody/log.ts'
import {
  addNetwork,
  changeNetwork,
  removeName,
  removeNetwork,
  setName,
} from '../../../electron/engine/known/change-known.ts'
import { exportKnown, importKnown } from '../../../electron/engine/known/known-file.ts'
import { type Keeping, knownLists } from '../../../electron/engine/known/known-lists.ts'
import { createUndoStore } from '../../../electron/engine/undo-store.ts'
import { freshCase, freshFolder } from '../open-case.ts'

let keeping: Keeping
const lists = () => {
  const { networks, names } = knownLists(keeping.db)
  return [
    ...networks.map(({ cidr, label, trusted }) => `${cidr} ${label}${trusted ? ' trusted' : ''}`),
    ...names.map(({ kind, value, name }) => `${kind} ${value} ${name}`),
  ]
}
const refused = expect.objectContaining({ code: 'invalid-input' })

beforeEach(() => {
  const { db, actor } = freshCase()
  keeping = { db, actor, undo: createUndoStore() }
})

describe('the list of networks', () => {
  it('adds, changes and removes, each with undo and an entry in the custody log', () => {
    const before = checkCustody(keeping.db).entries
    const added = addNetwork(keeping, { cidr: '203.0.113.9/24', label: 'Office', trusted: true })
    expect(lists()).toEqual(['203.0.113.0/24 Office trusted'])
    const { id } = added.known.networks[0]!
    const changed = changeNetwork(keeping, id, { cidr: '203.0.113.0/25', label: 'Floor 1', trusted: false })
    expect(changed.known.networks[0]).toMatchObject({ id, cidr: '203.0.113.0/25', author: 'M. Kobayashi' })
    const removed = removeNetwork(keeping, id)
    expect(lists()).toEqual([])
    keeping.undo.undo(removed.undo)
    expect(lists()).toEqual(['203.0.113.0/25 Floor 1'])
    keeping.undo.undo(changed.undo)
    expect(lists()).toEqual(['203.0.113.0/24 Office trusted'])
    keeping.undo.undo(added.undo)
    expect(lists()).toEqual([])
    expect(checkCustody(keeping.db)).toMatchObject({ entries: before + 6, intact: true })
  })

  it('stands in order of addresses, wider networks first', () => {
    for (const cidr of ['203.0.113.0/24', '2001:db8::/32', '9.0.0.0/8', '203.0.0.0/16']) {
      addNetwork(keeping, { cidr, label: 'x', trusted: false })
    }
    expect(knownLists(keeping.db).networks.map(({ cidr }) => cidr)).toEqual([
      '9.0.0.0/8',
      '203.0.0.0/16',
      '203.0.113.0/24',
      '2001:db8::/32',
    ])
  })

  it('refuses what is no network and what is on it, in any spelling', () => {
    addNetwork(keeping, { cidr: '203.0.113.0/24', label: 'Office', trusted: true })
    expect(() => addNetwork(keeping, { cidr: 'office', label: 'x', trusted: true })).toThrow(refused)
    expect(() => addNetwork(keeping, { cidr: '203.0.113.77/24', label: 'x', trusted: true })).toThrow(refused)
    expect(() => removeNetwork(keeping, 99)).toThrow(expect.objectContaining({ code: 'not-found' }))
    expect(lists()).toHaveLength(1)
  })
})

describe('the list of names', () => {
  it('gives one name to a value, and another one in its place', () => {
    setName(keeping, { kind: 'account', value: '111122223333', name: 'prod' })
    const second = setName(keeping, { kind: 'account', value: '111122223333', name: 'production' })
    setName(keeping, { kind: 'address', value: '2001:DB8:0::1', name: 'gateway' })
    setName(keeping, { kind: 'address', value: 'AWS Internal', name: 'inside' })
    expect(lists()).toEqual([
      'account 111122223333 production',
      'address 2001:db8::1 gateway',
      'address AWS Internal inside',
    ])
    keeping.undo.undo(second.undo)
    expect(lists()[0]).toBe('account 111122223333 prod')
    removeName(keeping, 'account', '111122223333')
    expect(lists()).toHaveLength(2)
  })

  it.each([
    ['account', '1234'],
    ['account', 'prod'],
    ['address', '300.1.2.3'],
    ['address', 'a b'],
  ] as const)('refuses the %s %s', (kind, value) => {
    expect(() => setName(keeping, { kind, value, name: 'x' })).toThrow(refused)
  })
})

describe('a file of both lists', () => {
  const file = (text: string) => {
    const path = join(freshFolder(), 'known.csv')
    writeFileSync(path, text)
    return path
  }

  it('is written and read again without loss, also what a spreadsheet would calculate', async () => {
    addNetwork(keeping, { cidr: '203.0.113.0/24', label: 'Office, "north"', trusted: true })
    addNetwork(keeping, { cidr: '2001:db8::/32', label: '=1+1', trusted: false })
    setName(keeping, { kind: 'account', value: '111122223333', name: '本番' })
    const before = lists()
    const path = join(freshFolder(), 'out.csv')
    expect(await exportKnown(keeping.db, path)).toEqual({ rows: 3 })
    expect(readFileSync(path, 'utf8')).toContain(`'=1+1`)
    const other = freshCase()
    keeping = { ...other, undo: createUndoStore() }
    expect(importKnown(keeping, path)).toMatchObject({ added: 3, changed: 0, unchanged: 0, refused: [] })
    expect(lists()).toEqual(before)
    expect(importKnown(keeping, path)).toMatchObject({ added: 0, changed: 0, unchanged: 3 })
  })

  it('takes the lines it understands, names the others, and is taken back as a whole', () => {
    setName(keeping, { kind: 'account', value: '111122223333', name: 'prod' })
    const path = file(
      [
        'name,value,kind,trusted,remark',
        'production,111122223333,account,,x',
        'Office,203.0.113.0/24,network,YES,',
        'Lab,10.0.0.0/33,network,no,',
        'Lab,10.0.0.0/8,network,perhaps,',
        ',444455556666,account,,',
        'x,1.2.3.4,person,,',
        'twice,203.0.113.9/24,network,,',
        '',
      ].join('\n'),
    )
    const read = importKnown(keeping, path)
    expect(read).toMatchObject({ added: 1, changed: 1, unchanged: 0 })
    expect(read.refused).toEqual([
      { line: 4, problem: 'value' },
      { line: 5, problem: 'trusted' },
      { line: 6, problem: 'name' },
      { line: 7, problem: 'kind' },
      { line: 8, problem: 'repeated' },
    ])
    expect(lists()).toEqual(['203.0.113.0/24 Office trusted', 'account 111122223333 production'])
    keeping.undo.undo(read.undo)
    expect(lists()).toEqual(['account 111122223333 prod'])
  })

  it('that is none changes nothing', () => {
    expect(() => importKnown(keeping, file('a,b\n1,2\n'))).toThrow(refused)
    expect(() => importKnown(keeping, file(''))).toThrow(refused)
    expect(() => importKnown(keeping, join(freshFolder(), 'none.csv'))).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    )
    expect(lists()).toEqual([])
  })
})
