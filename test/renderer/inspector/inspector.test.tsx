// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  giveHeight,
  press,
  selectedIndex,
  settle,
  showTimeline,
  signIn,
  smallCase,
} from '../timeline/small-case.tsx'

beforeAll(giveHeight)

const rows = [
  signIn(1, { mfa: 'not-used' }),
  signIn(2, {
    outcome: 'failure',
    failureReason: 'Failed authentication',
    mfa: 'not-used',
    principalName: '<u>bob</u>',
  }),
  signIn(3),
]
const text = (selector: string) => document.querySelector(selector)?.textContent ?? ''
const open = async (times: number) => {
  await showTimeline(smallCase(rows))
  for (let turn = 0; turn < times; turn += 1) await press('j')
  await settle(200)
}

describe('inspector', () => {
  test('sentence, both clocks, facts with the record’s own field, and "not stated" for what is missing', async () => {
    await open(1)
    expect(text('.insp-head > span')).toBe('Event 1 of 3')
    expect(text('.insp-say p')).toBe('alice signed in to 111122223333 from 198.51.100.23 without MFA.')
    expect(text('.insp-alarm').trim()).toBe('without MFA')
    expect(text('.insp-clocks')).toContain('Sat 14 Sep 2024 12:01:00')
    expect(text('.insp-clocks')).toContain('Sat 14 Sep 2024 21:01:00')
    const facts = text('[data-section=facts] dl')
    expect(facts).toContain('MFAUsed "No"')
    expect(facts).toContain('Access keynot stated')
  })

  test('a failure has its reason, no alarm about MFA, and its name stays text', async () => {
    await open(2)
    expect(text('[data-section=facts] dl')).toContain('ReasonFailed authentication')
    expect(document.querySelector('.insp-alarm')).toBeNull()
    expect(text('.insp-say p')).toContain('<u>bob</u>')
    expect(document.querySelector('.insp u')).toBeNull()
  })

  test('the record is laid out with cited lines, and shown exactly as stored on request', async () => {
    await open(1)
    const cited = [...document.querySelectorAll('.insp-line-cited')].map((line) => line.textContent)
    expect(cited).toEqual(['"eventTime": "2024-09-14T13:52:07Z",when', '"MFAUsed": "No"MFA'])
    expect(document.querySelector('.insp-json img')).toBeNull()
    await act(async () => fireEvent.click(screen.getByRole('radio', { name: 'As stored' })))
    expect(text('.insp-stored')).toBe(
      '{"eventTime":"2024-09-14T13:52:07Z","additionalEventData":{"MFAUsed":"No"},"userAgent":"<img src=x onerror=alert(1)>"}',
    )
  })

  test('the source names file, record, last byte and hashes', async () => {
    await open(1)
    const source = text('[data-section=source]')
    expect(source).toContain('logs/a.json.gz')
    expect(source).toContain('27 of 61, bytes 48,213 to 49,402 of the unpacked file')
    expect(source).toContain('0123 4567 89ab cdef')
    expect(source).not.toContain('Damaged')
  })

  test('a damaged file, bytes that are not UTF-8 and a differing copy are said', async () => {
    await open(3)
    expect(text('[data-section=source]')).toContain('only in part')
    expect(text('[data-section=raw]')).toContain('not UTF-8')
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Show the other record' })))
    await settle(250)
    expect(selectedIndex()).toBe(0)
    expect(text('.insp-head > span')).toBe('Event 1 of 3')
  })

  test('previous and next stop at the ends', async () => {
    await open(1)
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Previous event' }).disabled).toBe(true)
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Next event' })))
    await settle()
    expect(selectedIndex()).toBe(1)
  })

  test('the edge moves with the arrow keys, within its limits', async () => {
    await open(1)
    const edge = screen.getByRole('separator', { name: 'Width of the inspector' })
    edge.focus()
    await press('ArrowLeft')
    expect(edge.getAttribute('aria-valuenow')).toBe('348')
    await press('End')
    expect(edge.getAttribute('aria-valuenow')).toBe('640')
    await press('Home')
    expect(edge.getAttribute('aria-valuenow')).toBe('300')
  })
})
