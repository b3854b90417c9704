import { expect, it } from 'vitest'
import type { HeldMember } from '../../electron/engine/intake/reading.ts'
import { READ_UNIT, SHARED, SHARED_BYTES } from '../../electron/worker/intake-messages.ts'
import { createMemberHelp } from '../../electron/worker/member-help.ts'

const member: HeldMember = {
  part: 1,
  name: 'a',
  packing: null,
  bytes: new Uint8Array([1, 2]),
  trouble: null,
}

/** Help over a thread that does nothing but what a test wants. */
function helpFor({ helpers = 0, meanwhile = async () => {}, mayGoOn = () => {} } = {}) {
  const shared = new Int32Array(new SharedArrayBuffer(SHARED_BYTES))
  Atomics.store(shared, SHARED.helpers, helpers)
  const sent: HeldMember[] = []
  const help = createMemberHelp(shared, { send: (held) => sent.push(held), meanwhile, mayGoOn })
  return { help, sent, returned: () => Atomics.add(shared, SHARED.returned, 1), shared }
}

it('gives away as many members as may be with others at once, each with bytes of its own', async () => {
  const { help, sent, returned } = helpFor({ helpers: 2 })
  expect([help.take(member), help.take(member), help.take(member)]).toEqual([true, true, false])
  returned()
  expect([help.take(member), help.take(member)]).toEqual([true, false])
  expect(sent.every(({ bytes }) => bytes !== member.bytes && bytes.length === 2)).toBe(true)
  returned()
  returned()
  await help.settled()
})

it('gives nothing away without help, and waits for nothing then', async () => {
  const { help, sent } = helpFor()
  expect(help.take(member)).toBe(false)
  await help.settled()
  expect(sent).toEqual([])
})

it('works for others while it waits for them: they may be waiting for it', async () => {
  let worked = 0
  const { help, returned } = helpFor({
    helpers: 1,
    async meanwhile() {
      worked += 1
      if (worked === 3) returned()
    },
  })
  help.take(member)
  await help.settled()
  expect(worked).toBe(3)
})

it('does not wait on when it is to stop', async () => {
  const mayGoOn = () => {
    throw new Error('stopped')
  }
  const { help } = helpFor({ helpers: 1, mayGoOn })
  help.take(member)
  await expect(help.settled()).rejects.toThrow('stopped')
})

it('tells each byte that was unpacked elsewhere once', () => {
  const { help, shared } = helpFor()
  Atomics.store(shared, SHARED.unpacked, 5)
  expect([help.unpacked(), help.unpacked()]).toEqual([5 * READ_UNIT, 0])
})
