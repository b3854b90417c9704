import type { CharSet, Regex } from './program.ts'

/** Counts the work of a match, for tests: one for every state that is visited at a place of the text. */
export interface RegexMeter {
  steps: number
}

/**
 * True when the regex matches somewhere in the text. All states are followed side by side and each at most once per
 * character, so the work is at most the number of states times the length of the text plus one, whatever the
 * pattern: there is nothing to go back to.
 */
export function matchesRegex(regex: Regex, text: string, meter?: RegexMeter): boolean {
  const { states, begin } = regex
  const marked = new Int32Array(states.length).fill(-1)
  let now: number[] = []
  let then: number[] = []
  const stack: number[] = []

  /** Adds a state and those that follow it without a character, for the place `at`. True when the end is among them. */
  function follow(first: number, at: number, into: number[]): boolean {
    stack.push(first)
    for (let index = stack.pop(); index !== undefined; index = stack.pop()) {
      if (marked[index] === at) continue
      marked[index] = at
      if (meter !== undefined) meter.steps += 1
      const state = states[index]
      if (state === undefined) continue
      if (state.kind === 'match') {
        stack.length = 0
        return true
      }
      if (state.kind === 'char') into.push(index)
      else if (state.kind === 'split') stack.push(state.next, state.other)
      else if (state.kind === 'start' ? at === 0 : at === text.length) stack.push(state.next)
    }
    return false
  }

  if (follow(begin, 0, now)) return true
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0
    const next = at + (code > 0xffff ? 2 : 1)
    then.length = 0
    for (const index of now) {
      const state = states[index]
      if (state?.kind === 'char' && accepts(state.set, code) && follow(state.next, next, then)) return true
    }
    // The match may also begin here: without anchors a regex finds its text anywhere.
    if (follow(begin, next, then)) return true
    ;[now, then] = [then, now]
    at = next
  }
  return false
}

function accepts(set: CharSet, code: number): boolean {
  return code < 128 ? set.ascii[code] === 1 : set.others
}
