import { describe, expect, test } from 'vitest'
import { beginning, visibleName, visibleText } from '../../../renderer/ui/visible-text.ts'
import { shortName, shortWho } from '../../../renderer/ui/who-name.ts'

const facts = { principalKind: 'role', principalName: 'Admin/alice', roleName: 'Admin', sessionName: 'alice' }

describe('names in narrow columns', () => {
  test('IDs of one identity store can be told apart', () => {
    expect(shortName('97670000-0000-4000-8000-00000000a001')).toBe('9767…00a001')
    expect(shortName('9567abcdef-97670000-0000-4000-8000-00000000a002')).toBe('9567…00a002')
  })

  test('the role of a permission set is called by the name that people gave it', () => {
    expect(shortName('AWSReservedSSO_PowerUser_0123456789abcdef')).toBe('PowerUser')
    expect(shortName('AWSReservedSSO_not_hex')).toBe('AWSReservedSSO_not_hex')
  })

  test('a role has its session beside it; a role that somebody else chose is not who did it', () => {
    expect(shortWho(facts)).toEqual({ name: 'Admin', aside: 'alice' })
    expect(shortWho({ ...facts, principalKind: 'identity-center-user', principalName: 'mika' })).toEqual({
      name: 'mika',
      aside: null,
    })
  })

  test('a hidden or missing name is no name', () => {
    expect(shortWho({ ...facts, principalKind: 'hidden' })).toBeNull()
    expect(shortWho({ ...facts, principalName: null })).toBeNull()
  })
})

describe('what cannot be seen', () => {
  test('white space at an end is put in quotes, because it makes another name', () => {
    expect(visibleName('alice')).toBe('alice')
    expect(visibleName('alice ')).toBe('"alice "')
    expect(visibleName('')).toBe('""')
  })

  test('a beginning never halves a character', () => {
    expect(beginning('alice', 5)).toBe('alice')
    expect(beginning('alice and bob', 5)).toBe('alice…')
    expect(visibleText(beginning('ab😀cd', 3))).toBe('ab…')
  })
})
