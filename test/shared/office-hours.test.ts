import { expect, test } from 'vitest'
import { officeHoursText, readOfficeHours } from '../../shared/domain/office-hours.ts'

test.each([
  ['Mon-Fri 09:00-18:00', [1, 2, 3, 4, 5], '09:00', '18:00'],
  ['mon,wed,Saturday 8:30 - 12:00', [1, 3, 6], '08:30', '12:00'],
  ['Sat-Sun 00:00-24:00', [0, 6], '00:00', '24:00'],
  ['Fri-Mon 22:00-23:00', [0, 1, 5, 6], '22:00', '23:00'],
  ['Mon-Fri 22:00-06:00', [1, 2, 3, 4, 5], '22:00', '06:00'],
  ['Sun 10:00–11:00', [0], '10:00', '11:00'],
  ['月〜金 9:00〜18:00', [1, 2, 3, 4, 5], '09:00', '18:00'],
  ['月・水、土 09:00-12:00', [1, 3, 6], '09:00', '12:00'],
])('reads %s', (typed, days, begin, end) => {
  expect(readOfficeHours(typed)).toEqual({ days, begin, end, holidays: [] })
})

test.each([
  '',
  'Mon-Fri',
  '09:00-18:00',
  'Mon-Fri 24:00-06:00',
  'Mon-Fri 09:00-09:00',
  'Foo 09:00-10:00',
  'Mon-Fri 09:00-25:00',
  'Mon-Tue-Wed 09:00-10:00',
  'Mon- 09:00-10:00',
])('refuses %j', (typed) => {
  expect(readOfficeHours(typed)).toBeNull()
})

test('writes what it reads', () => {
  expect(officeHoursText(readOfficeHours('Mon-Fri 09:00-18:00')!, 'ja')).toBe('月-金 09:00-18:00')
  for (const text of [
    'Mon-Fri 09:00-18:00',
    'Mon,Wed,Sat 08:30-12:00',
    'Mon-Sun 00:00-24:00',
    'Mon,Fri-Sun 01:00-02:00',
  ]) {
    expect(officeHoursText(readOfficeHours(text)!)).toBe(text)
  }
})
