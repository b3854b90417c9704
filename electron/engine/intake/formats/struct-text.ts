/** The fields of a struct by their names in lower case: CloudTrail's name, and the shape of a struct inside. */
export type Shape = Readonly<Record<string, Field>>

export interface Field {
  readonly as: string
  readonly shape?: Shape
}

/** A shape of plain fields, from CloudTrail's names. */
export function fields(...names: readonly string[]): Shape {
  return Object.fromEntries(names.map((name) => [name.toLowerCase(), { as: name }]))
}

interface Boundary {
  /** In lower case. */
  readonly name: string
  /** Where the name begins, and where its value does. */
  readonly start: number
  readonly value: number
}

const NAME = /[A-Za-z0-9_.:-]+=/y

/**
 * Reads struct text such as `{type=IAMUser, username=alice, sessioncontext={attributes={…}}}`, as Athena and
 * CloudTrail Lake print structs and maps: nothing is quoted, so a value may look like structure.
 *
 * Only what is certain is kept. A field is certain when its own name and the one after its value are known and stand
 * once in the struct, and its value holds no brace. So a value that contains `, username=` costs the fields that it
 * makes doubtful and invents none. From the first unmatched brace on nothing is certain. The word `null` is no value.
 * Null when the text is no struct at all.
 */
export function structOf(text: string, shape: Shape): Record<string, unknown> | null {
  if (!text.startsWith('{') || !text.endsWith('}')) return null
  const inner = text.slice(1, -1)
  if (inner === '') return {}
  const certainTo = certainLength(inner)
  const boundaries = boundariesOf(inner, certainTo)
  if (boundaries[0]?.start !== 0) return null

  // Where braces do not match, a name further on may belong to this struct too.
  const rivals = certainTo === inner.length ? boundaries : boundariesOf(inner, inner.length, true)
  const times = new Map<string, number>()
  for (const { name } of rivals) times.set(name, (times.get(name) ?? 0) + 1)
  const isCertain = ({ name }: Boundary) => Object.hasOwn(shape, name) && times.get(name) === 1

  const struct: Record<string, unknown> = {}
  boundaries.forEach((boundary, index) => {
    const next = boundaries[index + 1]
    const endIsCertain = next === undefined ? certainTo === inner.length : isCertain(next)
    const field = isCertain(boundary) ? shape[boundary.name] : undefined
    if (field === undefined || !endIsCertain) return
    const end = next === undefined ? inner.length : next.start - 2
    const value = fieldValue(inner.slice(boundary.value, end), field)
    if (value !== undefined) struct[field.as] = value
  })
  return struct
}

/** Reads `[{…}, {…}]`; null when it is not certain where each struct ends. */
export function structsOf(text: string, shape: Shape): Record<string, unknown>[] | null {
  if (!text.startsWith('[') || !text.endsWith(']')) return null
  const inner = text.slice(1, -1)
  if (inner === '') return []
  if (certainLength(inner) !== inner.length) return null
  const structs: Record<string, unknown>[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < inner.length; at += 1) {
    depth += braceAt(inner, at)
    if (depth > 0) continue
    const struct = structOf(inner.slice(start, at + 1), shape)
    if (struct === null) return null
    structs.push(struct)
    if (at + 1 < inner.length && !inner.startsWith(', {', at + 1)) return null
    at += 2
    start = at + 1
  }
  return structs
}

function fieldValue(text: string, { shape }: Field): unknown {
  if (text === 'null') return undefined
  if (shape !== undefined) return structOf(text, shape) ?? undefined
  return /[{}]/.test(text) ? undefined : text
}

function braceAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit === 0x7b ? 1 : unit === 0x7d ? -1 : 0
}

/** How far the braces can be trusted: all of the text when they match, else up to the first one. */
function certainLength(text: string): number {
  let depth = 0
  for (let at = 0; at < text.length && depth >= 0; at += 1) depth += braceAt(text, at)
  return depth === 0 ? text.length : text.search(/[{}]/)
}

/** Where a name stands that could begin a field of this struct, known or not. */
function boundariesOf(text: string, to: number, atAnyDepth = false): Boundary[] {
  const found: Boundary[] = []
  let depth = 0
  for (let at = 0; at < to; at += 1) {
    depth += braceAt(text, at)
    const canBegin =
      at === 0 || (text[at - 1] === ' ' && text[at - 2] === ',') || (atAnyDepth && text[at - 1] === '{')
    if (!canBegin || (depth > 0 && !atAnyDepth)) continue
    NAME.lastIndex = at
    const name = NAME.exec(text)?.[0]
    if (name === undefined) continue
    found.push({ name: name.slice(0, -1).toLowerCase(), start: at, value: at + name.length })
  }
  return found
}
