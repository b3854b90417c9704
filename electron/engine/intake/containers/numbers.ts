/** A list of numbers that costs eight bytes each. */
export interface Numbers {
  readonly length: number
  push(value: number): void
  /** All of them; the list is not to be used any more. */
  take(): Float64Array
}

export function createNumbers(): Numbers {
  let room = new Float64Array(256)
  let length = 0
  return {
    get length() {
      return length
    },
    push(value) {
      if (length === room.length) {
        const larger = new Float64Array(length * 2)
        larger.set(room)
        room = larger
      }
      room[length] = value
      length += 1
    },
    take: () => room.subarray(0, length),
  }
}

/** 53 bits of a hash (after cyrb53): enough to count names that are repeated without keeping them. */
export function hash53(bytes: Uint8Array): number {
  let a = 0xdeadbeef ^ bytes.length
  let b = 0x41c6ce57 ^ bytes.length
  for (const byte of bytes) {
    a = Math.imul(a ^ byte, 2654435761)
    b = Math.imul(b ^ byte, 1597334677)
  }
  const mixed = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  const other = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(mixed ^ (mixed >>> 13), 3266489909)
  return 4294967296 * (2097151 & other) + (mixed >>> 0)
}

/** How many of the numbers stand there already when they are counted one after the other. */
export function repeatsIn(numbers: Numbers): number {
  const sorted = numbers.take().sort()
  let count = 0
  for (let index = 1; index < sorted.length; index++) if (sorted[index] === sorted[index - 1]) count += 1
  return count
}
