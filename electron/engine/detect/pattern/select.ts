import type { Selector } from './syntax.ts'

/** Every value that a selector finds in a parsed record: none where the path leads nowhere. */
export function select(record: unknown, selector: Selector): readonly unknown[] {
  let found: readonly unknown[] = [record]
  for (const step of selector) {
    const below: unknown[] = []
    for (const value of found) {
      if (step.kind === 'index' || step.kind === 'elements') {
        if (!Array.isArray(value)) continue
        if (step.kind === 'elements') below.push(...value)
        else if (step.index < value.length) below.push(value[step.index])
      } else if (isObject(value)) {
        if (step.kind === 'members') below.push(...Object.values(value))
        else if (Object.hasOwn(value, step.name)) below.push(value[step.name])
      }
    }
    found = below
  }
  return found
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
