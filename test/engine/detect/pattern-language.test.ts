import { describe, expect, it } from 'vitest'
import { matches, noticesOf, problemOf, verdictOf } from './match-one.ts'

// One block for every row of the reference's table of the JSON pattern language.

const record = {
  eventName: 'ConsoleLogin',
  errorMessage: null,
  readOnly: false,
  count: 40,
  share: 0.001,
  text40: '40',
  sourceIPAddress: '123.123.7.9',
  'user-id_1': 'a',
  'dotted.key': 'd',
  'odd key!': 'o',
  empty: '',
  list: ['a', 'b'],
  grid: [
    [1, 2],
    [3, 4],
  ],
  objects: [{ id: 1 }, { id: 2, name: 'two' }],
  nothing: [],
  userIdentity: { type: 'IAMUser', userName: 'alice' },
}

describe('names', () => {
  it('hold letters, digits, - and _', () => {
    expect(matches('{ $.user-id_1 = a }', record)).toBe(true)
  })
  it('with dots or other signs take brackets and single quotes', () => {
    expect(matches(`{ $['dotted.key'] = d }`, record)).toBe(true)
    expect(matches(`{ $.['odd key!'] = o }`, record)).toBe(true)
    expect(matches('{ $.dotted.key = d }', record)).toBe(false)
  })
  it('in double quotes are not documented and refused at their place', () => {
    expect(problemOf('{ $["dotted.key"] = d }')).toMatchObject({ code: 'selector-quotes', from: 3 })
  })
  it('never reach what an object inherits', () => {
    expect(matches('{ $.constructor NOT EXISTS }', record)).toBe(true)
    expect(matches('{ $.__proto__ NOT EXISTS }', record)).toBe(true)
  })
})

describe('arrays', () => {
  it('count from zero and chain', () => {
    expect(matches('{ $.list[0] = a }', record)).toBe(true)
    expect(matches('{ $.list[1] = a }', record)).toBe(false)
    expect(matches('{ $.grid[0][1] = 2 }', record)).toBe(true)
    expect(matches('{ $.objects[1].id = 2 }', record)).toBe(true)
  })
  it('take [*] for any element', () => {
    expect(matches('{ $.list[*] = b }', record)).toBe(true)
    expect(matches('{ $.list[*] = c }', record)).toBe(false)
    expect(matches('{ $.objects[*].name = two }', record)).toBe(true)
    expect(matches('{ $.list[*] != a }', record)).toBe(true)
    expect(matches('{ $.nothing[*] = a }', record)).toBe(false)
  })
  it('allow one wildcard in a selector and three in a pattern', () => {
    expect(problemOf('{ $.grid[*][*] = 2 }').code).toBe('wildcards-selector')
    const any = '$.list[*] = a'
    expect(matches(`{ ${any} && ${any} && $.* = ConsoleLogin }`, record)).toBe(true)
    expect(problemOf(`{ ${any} && ${any} && ${any} && ${any} }`)).toMatchObject({
      code: 'wildcards-pattern',
      marked: any,
      from: 2 + 3 * 17,
    })
  })
  it('take $.* for any member', () => {
    expect(matches('{ $.* = ConsoleLogin }', record)).toBe(true)
    expect(matches('{ $.userIdentity.* = alice }', record)).toBe(true)
    expect(matches('{ $.* = alice }', record)).toBe(false)
  })
  it('refuse what is no index', () => {
    expect(problemOf('{ $.list[x] = a }').code).toBe('selector-bracket')
    expect(problemOf('{ $.list[1 = a }').code).toBe('selector-bracket')
    expect(problemOf(`{ $['a = a }`).code).toBe('selector-bracket')
  })
})

describe('a selector on an object or array', () => {
  it('never matches, because only leaves compare', () => {
    expect(matches('{ $.userIdentity = "*" }', record)).toBe(false)
    expect(matches('{ $.userIdentity != x }', record)).toBe(false)
    expect(matches('{ $.list = a }', record)).toBe(false)
    expect(matches('{ $.list != zzz }', record)).toBe(false)
    expect(matches('{ $.list NOT EXISTS }', record)).toBe(false)
  })
})

describe('text', () => {
  it('is bare with letters, digits and _ only', () => {
    expect(matches('{ $.eventName = ConsoleLogin }', record)).toBe(true)
    expect(matches('{$.eventName=ConsoleLogin}', record)).toBe(true)
    expect(problemOf('{ $.a = 2001:db8::1 }')).toMatchObject({
      code: 'text-needs-quotes',
      marked: '2001:db8::1',
    })
    expect(problemOf('{ $.a = a/b }').code).toBe('text-needs-quotes')
  })
  it('with dots is taken as published service names stand, with a notice', () => {
    expect(matches('{ $.s = kms.amazonaws.com }', { s: 'kms.amazonaws.com' })).toBe(true)
    expect(noticesOf('{ $.s = kms.amazonaws.com }')).toEqual(['unquoted-signs'])
    expect(noticesOf('{ $.s = "kms.amazonaws.com" }')).toEqual([])
  })
  it('is quoted otherwise', () => {
    expect(matches('{ $.m = "Failed authentication" }', { m: 'Failed authentication' })).toBe(true)
    expect(matches('{ $.m = "say \\"x\\" \\\\ \\d" }', { m: 'say "x" \\ \\d' })).toBe(true)
    expect(matches('{ $.empty = "" }', record)).toBe(true)
    expect(problemOf('{ $.m = "Failed }')).toMatchObject({ code: 'text-not-closed', from: 8 })
  })
  it('takes * anywhere, also unquoted in addresses', () => {
    for (const value of ['123.123.*', '"123.123.*"', '*.7.9', '123.*.9', '"*"', '"1*7*9"'])
      expect(matches(`{ $.sourceIPAddress = ${value} }`, record), value).toBe(true)
    for (const value of ['123.124.*', '*.7.8', '"1*8*9"', '23.*', '"123.123.7.9*9"'])
      expect(matches(`{ $.sourceIPAddress = ${value} }`, record), value).toBe(false)
    expect(matches('{ $.sourceIPAddress != 123.123.* }', record)).toBe(false)
    expect(noticesOf('{ $.sourceIPAddress != 123.123.* }')).toEqual([])
  })
})

describe('numbers', () => {
  it('take sign and exponent', () => {
    expect(matches('{ $.share = 1e-3 }', record)).toBe(true)
    expect(matches('{ $.share = +0.001 }', record)).toBe(true)
    expect(matches('{ $.n < -1.5E2 }', { n: -151 })).toBe(true)
    expect(matches('{ $.n < -1.5E2 }', { n: -150 })).toBe(false)
  })
  it('take *', () => {
    expect(matches('{ $.count = 4* }', record)).toBe(true)
    expect(matches('{ $.count = 5* }', record)).toBe(false)
    expect(matches('{ $.count != 4* }', record)).toBe(false)
  })
  it('have four more operators, which take nothing else', () => {
    expect(['<', '>', '<=', '>='].map((op) => matches(`{ $.count ${op} 40 }`, record))).toEqual([
      false,
      false,
      true,
      true,
    ])
    expect(problemOf('{ $.count > forty }')).toMatchObject({ code: 'number-needed', marked: 'forty' })
    expect(problemOf('{ $.count > "40" }').code).toBe('number-needed')
    expect(problemOf('{ $.count >= 4* }').code).toBe('number-needed')
  })
  it('compare with text only where both are numbers', () => {
    expect(matches('{ $.text40 = 40 }', record)).toBe(true)
    expect(matches('{ $.text40 = 40.0 }', record)).toBe(true)
    expect(matches('{ $.text40 >= 39 }', record)).toBe(true)
    expect(matches('{ $.eventName >= 1 }', record)).toBe(false)
    expect(matches('{ $.eventName = 40 }', record)).toBe(false)
    expect(matches('{ $.eventName != 40 }', record)).toBe(true)
    expect(matches('{ $.count = "40" }', record)).toBe(true)
    // Quoted text against text stays text.
    expect(matches('{ $.text40 = "40.0" }', record)).toBe(false)
    expect(matches('{ $.count >= 1 }', { count: [40] })).toBe(false)
  })
})

describe('IS', () => {
  it('takes NULL, TRUE and FALSE', () => {
    expect(matches('{ $.errorMessage IS NULL }', record)).toBe(true)
    expect(matches('{ $.eventName IS NULL }', record)).toBe(false)
    expect(matches('{ $.missing IS NULL }', record)).toBe(false)
    expect(matches('{ $.readOnly IS FALSE }', record)).toBe(true)
    expect(matches('{ $.readOnly IS TRUE }', record)).toBe(false)
    // The text is no boolean: mfaAuthenticated is one of those.
    expect(matches('{ $.flag IS TRUE }', { flag: 'true' })).toBe(false)
  })
  it('has neither IS NOT nor plain EXISTS', () => {
    expect(problemOf('{ $.a IS NOT NULL }')).toMatchObject({ code: 'is-not', marked: 'IS NOT', from: 6 })
    expect(problemOf('{ $.a EXISTS }')).toMatchObject({ code: 'exists-alone', marked: 'EXISTS' })
    expect(problemOf('{ $.a IS 5 }').code).toBe('is-what')
    expect(problemOf('{ $.a NOT NULL }').code).toBe('not-what')
  })
  it('has NOT EXISTS', () => {
    expect(matches('{ $.userIdentity.invokedBy NOT EXISTS }', record)).toBe(true)
    expect(matches('{ $.userIdentity.userName NOT EXISTS }', record)).toBe(false)
    expect(matches('{ $.errorMessage NOT EXISTS }', record)).toBe(false)
    expect(matches('{ $.eventName.deeper NOT EXISTS }', record)).toBe(true)
  })
  it('is told when keywords are not in capitals', () => {
    expect(noticesOf('{ $.a is null && $.b not exists }')).toEqual(['keyword-case'])
  })
})

describe('precedence', () => {
  const [yes, no] = ['$.count = 40', '$.count = 41']
  it('is brackets, then &&, then ||', () => {
    expect(matches(`{ ${yes} || ${no} && ${no} }`, record)).toBe(true)
    expect(matches(`{ (${yes} || ${no}) && ${no} }`, record)).toBe(false)
    expect(matches(`{ ${no} && ${no} || ${yes} }`, record)).toBe(true)
    expect(matches(`{ ${no} && (${no} || ${yes}) }`, record)).toBe(false)
    expect(matches(`{((${yes})&&((${no})||(${yes})))}`, record)).toBe(true)
  })
  it('tells what is wrong between conditions, at the place', () => {
    expect(problemOf(`{ ${yes} & ${no} }`)).toMatchObject({ code: 'join-single', marked: '&', from: 15 })
    expect(problemOf(`{ ${yes} | ${no} }`).code).toBe('join-single')
    expect(problemOf(`{ ${yes} AND ${no} }`)).toMatchObject({ code: 'join-word', marked: 'AND' })
    expect(problemOf(`{ ${yes} ${no} }`)).toMatchObject({ code: 'expected-join', from: 15 })
    expect(problemOf(`{ (${yes} `)).toMatchObject({ code: 'bracket-not-closed', from: 2 })
    expect(problemOf(`{ (${yes} }`)).toMatchObject({ code: 'bracket-not-closed', from: 2 })
    expect(problemOf(`{ ${yes}) }`)).toMatchObject({ code: 'bracket-extra', marked: ')' })
    expect(problemOf(`{ ${yes} `)).toMatchObject({ code: 'not-closed', from: 0 })
    expect(problemOf(`{ ${yes} } x`)).toMatchObject({ code: 'after-end', marked: 'x' })
    expect(problemOf('{ }').code).toBe('empty-braces')
    expect(problemOf(`{ ${yes} && }`)).toMatchObject({ code: 'expected-condition', marked: '}' })
    expect(problemOf('{ eventName = x }')).toMatchObject({ code: 'expected-condition', marked: 'eventName' })
    expect(problemOf('{ $ = x }').code).toBe('selector-name')
    expect(problemOf('{ $. = x }').code).toBe('selector-name')
    expect(problemOf('{ $.a == x }')).toMatchObject({ code: 'operator-double', marked: '==' })
    expect(problemOf('{ $.a = }').code).toBe('expected-value')
    expect(problemOf('{ $.a x }')).toMatchObject({ code: 'expected-operator', marked: 'x' })
  })
  it('survives any depth of brackets', () => {
    expect(problemOf(`{ ${'('.repeat(4000)}`).code).toBe('too-deep')
  })
})

describe('case', () => {
  it('counts in values and names', () => {
    expect(matches('{ $.eventName = consolelogin }', record)).toBe(false)
    expect(matches('{ $.EventName = ConsoleLogin }', record)).toBe(false)
  })
})

describe('regex', () => {
  it('finds its text anywhere unless anchored', () => {
    const ip = (regex: string) => matches(`{ $.sourceIPAddress = %${regex}% }`, record)
    expect(ip('23\\.7')).toBe(true)
    expect(ip('^23')).toBe(false)
    expect(ip('^123\\.123\\.\\d+\\.\\d{1,3}$')).toBe(true)
    expect(matches('{ $.sourceIPAddress != %^10\\.% }', record)).toBe(true)
    expect(matches('{ $.count = %^4% }', record)).toBe(true)
  })
  it('stands at most twice in a pattern', () => {
    expect(matches('{ $.eventName = %Login% && $.eventName != %Out% }', record)).toBe(true)
    expect(problemOf('{ $.a = %a% || $.a = %b% || $.a = %c% }')).toMatchObject({
      code: 'regex-count',
      marked: '%c%',
    })
  })
})

describe('IP addresses', () => {
  it('have no operator: a prefix wildcard or a regex stands for a network', () => {
    expect(matches('{ $.sourceIPAddress = %^123\\.123\\.[0-7]\\.% }', record)).toBe(true)
    expect(problemOf('{ $.sourceIPAddress = 123.123.0.0/16 }').code).toBe('text-needs-quotes')
  })
})

describe('a missing field with !=', () => {
  const noMfaField = { additionalEventData: { LoginTo: 'x' } }
  const pattern = '{ $.additionalEventData.MFAUsed != "Yes" }'
  it('satisfies by default, by the switch not, and says that the answer depended on it', () => {
    expect(verdictOf(pattern, noMfaField)).toMatchObject({ matched: true, depended: true })
    expect(verdictOf(pattern, noMfaField, 'fails')).toMatchObject({ matched: false, depended: true })
    const stated = { additionalEventData: { MFAUsed: 'No' } }
    expect(verdictOf(pattern, stated, 'fails')).toMatchObject({ matched: true, depended: false })
  })
  it('counts a null as missing', () => {
    expect(verdictOf('{ $.a != x }', { a: null })).toMatchObject({ matched: true, depended: true })
    expect(verdictOf('{ $.a[*] != x }', { a: [] }, 'fails')).toMatchObject({ matched: false, depended: true })
  })
  it('does not report records that match either way', () => {
    expect(verdictOf('{ $.a != x || $.b = 1 }', { b: 1 }).depended).toBe(false)
    expect(verdictOf('{ $.a != x && $.b = 2 }', { b: 1 })).toMatchObject({ matched: false, depended: false })
  })
  it('is no matter for = and the numbers', () => {
    expect(verdictOf('{ $.a = x }', {})).toMatchObject({ matched: false, depended: false })
    expect(verdictOf('{ $.a < 5 }', {})).toMatchObject({ matched: false, depended: false })
    expect(verdictOf('{ $.a < 5 }', { a: null })).toMatchObject({ matched: false, depended: false })
  })
})

describe('curly quotes', () => {
  it('are read as plain ones, with a notice that counts them', () => {
    expect(matches('{ $.eventName = “ConsoleLogin" }', record)).toBe(true)
    expect(matches('{ $.eventName = “ConsoleLogin” }', record)).toBe(true)
    expect(noticesOf('{ $.eventName = “ConsoleLogin” }')).toEqual(['curly-quotes'])
    expect(matches('{ $[‘dotted.key’] = d }', record)).toBe(true)
  })
})

describe('the two patterns as published', () => {
  const success = (ip: string, mfa: string) => ({
    sourceIPAddress: ip,
    responseElements: { ConsoleLogin: 'Success' },
    additionalEventData: { MFAUsed: mfa },
  })
  it('success from another address, with its missing space', () => {
    const pattern = '{ $.responseElements.ConsoleLogin = "Success" && $.sourceIPAddress !="203.0.113.10" }'
    expect(matches(pattern, success('198.51.100.23', 'Yes'))).toBe(true)
    expect(matches(pattern, success('203.0.113.10', 'Yes'))).toBe(false)
    expect(matches(pattern, { responseElements: null, sourceIPAddress: '198.51.100.23' })).toBe(false)
    // With the mask left in place, the stars match every IPv4 address.
    const masked = pattern.replace('203.0.113.10', '***.***.***.***')
    expect(matches(masked, success('198.51.100.23', 'Yes'))).toBe(false)
    expect(matches(masked, success('2001:db8::1', 'Yes'))).toBe(true)
  })
  it('success without MFA, with its typographic quote', () => {
    const pattern = '{ $.responseElements.ConsoleLogin = "Success" && $.additionalEventData.MFAUsed = “No" }'
    expect(matches(pattern, success('198.51.100.23', 'No'))).toBe(true)
    expect(matches(pattern, success('198.51.100.23', 'Yes'))).toBe(false)
    expect(noticesOf(pattern)).toEqual(['curly-quotes'])
  })
})
