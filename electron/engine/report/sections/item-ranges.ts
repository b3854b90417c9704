/** Runs of whole numbers that follow each other, first and last of each; takes them in rising order. */
export function rangesOf(numbers: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const ranges: [number, number][] = []
  for (const number of numbers) {
    const open = ranges.at(-1)
    if (open !== undefined && open[1] === number - 1) open[1] = number
    else ranges.push([number, number])
  }
  return ranges
}
