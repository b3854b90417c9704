// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { AddressFact } from '../../../renderer/inspector/address-fact.tsx'
import { relatedLines } from '../../../renderer/inspector/related-order.ts'
import { RelatedPart } from '../../../renderer/inspector/related-part.tsx'
import type { RelatedGroup } from '../../../shared/domain/related.ts'
import { inCase } from '../known/in-case.tsx'
import { signIn } from '../timeline/small-case.tsx'

afterEach(cleanup)

const clocks = { first: 'UTC', second: 'Asia/Tokyo' }
const here = signIn(10)
const group = (
  relation: RelatedGroup['relation'],
  ids: readonly number[],
  count = ids.length,
): RelatedGroup => ({
  relation,
  value: 'v',
  count,
  complete: true,
  rows: ids.map((id) => signIn(id, relation === 'failures-before' ? { outcome: 'failure' } : {})),
})

describe('related events', () => {
  const groups = [group('session', [8, 12]), group('switch', [12]), group('failures-before', [3, 4], 244)]

  it('are one list in order of time: a run is one line, an event with two reasons another', () => {
    const lines = relatedLines(here, groups)
    expect(lines.map((line) => (line.kind === 'failures' ? 'run' : line.row.id))).toEqual(['run', 8, 10, 12])
    expect(lines[3]).toMatchObject({ relations: ['session', 'switch'] })
  })

  it('show reasons, count what is around, list that when asked, and lead to each', async () => {
    const shown = vi.fn()
    const asked = vi.fn(({ id, minutes }: { id: number; minutes: number }) => ({
      id,
      minutes,
      groups: [...groups, group('address', [9, 11], 418)],
    }))
    inCase(<RelatedPart row={here} clocks={clocks} onShow={shown} />, { 'event.related': asked })
    await screen.findByText('Failure run, 244 failures')
    expect(screen.getByText('Same session · Role switch')).toBeTruthy()
    expect(screen.getByText('This event')).toBeTruthy()
    const around = screen.getByRole('button', { name: 'Same address 418' })
    fireEvent.click(around)
    expect(screen.queryByText('Same session · Role switch')).toBeNull()
    expect(screen.getByText('416 more, not listed here')).toBeTruthy()
    fireEvent.click(screen.getAllByRole('button', { name: /Console sign-in · alice/ })[0]!)
    expect(shown).toHaveBeenCalledWith(9)
    fireEvent.click(screen.getByRole('radio', { name: '± 60 min' }))
    await waitFor(() => expect(asked).toHaveBeenLastCalledWith({ id: 10, minutes: 60 }, expect.anything()))
  })

  it('say so when there are none, in Japanese too', async () => {
    const none = { 'event.related': ({ id }: { id: number }) => ({ id, minutes: 5, groups: [] }) }
    inCase(<RelatedPart row={here} clocks={clocks} onShow={() => {}} />, none, 'ja')
    await screen.findByText('この案件のサインイン記録に、関連が分かるものはほかにありません。')
  })
})

describe('the address', () => {
  it('stands first, with its name beside it, the network of the list, and country, network, date of the data', async () => {
    inCase(<AddressFact row={signIn(1, { sourceIp: '203.0.113.7' })} />)
    await screen.findByText(/Japan \(approximate\), AS64510 Example Telecom/)
    await screen.findByText('VPN gateway')
    const text = document.body.textContent ?? ''
    expect(text.indexOf('203.0.113.7')).toBeLessThan(text.indexOf('VPN gateway'))
    expect(text).toContain('Tokyo office, trusted network')
    expect(text).toContain('2026-06-17')
  })

  it('that is not public says what it is, and nothing is made up', async () => {
    const facts = { kind: 'aws-internal' as const, country: null, networkNumber: null, networkName: null }
    inCase(<AddressFact row={signIn(1, { sourceIp: 'AWS Internal' })} />, {
      'address.facts': ({ sourceIp }) => ({ sourceIp, ...facts, dataset: '' }),
    })
    await screen.findByText('inside AWS')
    expect(document.body.textContent).not.toMatch(/approximate|not known|Data:/)
  })
})
