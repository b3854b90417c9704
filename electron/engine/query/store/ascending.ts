/** Index of the first of so many ascending numbers that is not below another. */
export function firstFrom(ascending: ArrayLike<number>, length: number, least: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}
