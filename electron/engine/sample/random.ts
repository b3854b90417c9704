/** Numbers that look random and are the same on every run. Not for secrets. */
export interface Dice {
  /** A whole number from 0 up to, not including, `sides`. */
  readonly roll: (sides: number) => number
  /** One of the values. Throws RangeError when there are none. */
  readonly pick: <T>(values: readonly T[]) => T
}

/** The mulberry32 generator: 32 bits of state, the same on every machine. */
export function seededDice(seed: number): Dice {
  let state = seed >>> 0
  const roll = (sides: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
  const pick = <T>(values: readonly T[]): T => {
    const [value] = values.slice(roll(values.length))
    if (value === undefined) throw new RangeError('nothing to pick from')
    return value
  }
  return { roll, pick }
}
