import { setTimeout as wait } from 'node:timers/promises'
import type { HeldMember, MemberHelp } from '../engine/intake/reading.ts'
import { READ_UNIT, SHARED } from './intake-messages.ts'

const LOOK_EVERY_MS = 1

/** What help needs of its thread. */
interface Thread {
  /** Takes a member whose bytes have memory of their own. */
  send(member: HeldMember, memory: ArrayBuffer): void
  /** Work for others, who may be waiting for this thread as it waits for them. */
  meanwhile(): Promise<void>
  /** Throws once the thread is to stop. */
  mayGoOn(): void
}

/** Lets other threads read members of the archives that this one takes apart, as many at once as `shared` allows. */
export function createMemberHelp(shared: Int32Array, thread: Thread): MemberHelp {
  // Both counters run on from archive to archive.
  let sent = 0
  let unpackedBefore = 0

  return {
    take(member) {
      const underWay = sent - Atomics.load(shared, SHARED.returned)
      if (underWay >= Atomics.load(shared, SHARED.helpers)) return false
      const bytes = new Uint8Array(member.bytes)
      sent += 1
      thread.send({ ...member, bytes }, bytes.buffer)
      return true
    },
    unpacked() {
      const now = Atomics.load(shared, SHARED.unpacked)
      const units = now - unpackedBefore
      unpackedBefore = now
      return units * READ_UNIT
    },
    async settled() {
      while (Atomics.load(shared, SHARED.returned) !== sent) {
        thread.mayGoOn()
        await thread.meanwhile()
        await wait(LOOK_EVERY_MS)
      }
    },
  }
}
