import { BlockList, isIP } from 'node:net'
import type { SqlFunction } from './register.ts'

/** The last text that was parsed: several paths are often read from the same one. */
let parsedText: string | null = null
let parsed: unknown

/** Undefined for what is no JSON text. */
function jsonOf(text: unknown): unknown {
  if (typeof text !== 'string') return undefined
  if (text === parsedText) return parsed
  parsedText = text
  try {
    parsed = JSON.parse(text)
  } catch {
    parsed = undefined
  }
  return parsed
}

const STEP = /\.([\p{L}\p{N}_$@:-]+)|\[(\d+)\]|\[?\.?"([^"]*)"\]?|\['([^']*)'\]/uy
const paths = new Map<string, readonly (string | number)[]>()

/** Steps of `$.a.b`, `$["a"]["b"]`, `$.a[0]`. Throws for any other form. */
function stepsOf(path: string): readonly (string | number)[] {
  const known = paths.get(path)
  if (known !== undefined) return known
  const steps: (string | number)[] = []
  let at = path.startsWith('$') ? 1 : -1
  while (at >= 0 && at < path.length) {
    STEP.lastIndex = at
    const step = STEP.exec(path)
    if (step === null) break
    steps.push(step[2] === undefined ? (step[1] ?? step[3] ?? step[4] ?? '') : Number(step[2]))
    at = STEP.lastIndex
  }
  if (at !== path.length) throw new Error(`${path} is no JSON path such as $.a.b`)
  if (paths.size < 1000) paths.set(path, steps)
  return steps
}

function valueAt(text: unknown, path: unknown): unknown {
  if (typeof path !== 'string') return undefined
  let value = jsonOf(text)
  for (const step of stepsOf(path)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Record<string | number, unknown>)[step]
  }
  return value
}

/** A value of JSON as SQL has it: texts bare, flags and numbers as text, objects and lists as JSON text. */
function sqlOf(value: unknown): string | null {
  if (value === undefined || value === null) return null
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function listOf(text: unknown): readonly unknown[] | null {
  const value = jsonOf(text)
  return Array.isArray(value) ? value : null
}

const blocks = new Map<string, BlockList>()

/** Whether a network such as `10.0.0.0/8` contains an address. Null when one of them is none. */
function networkContains(network: string, address: string): number | null {
  const [base = '', length = ''] = network.split('/')
  const family = isIP(base)
  if (family === 0 || !/^\d{1,3}$/.test(length) || isIP(address) === 0) return null
  if (isIP(address) !== family) return 0
  let block = blocks.get(network)
  if (block === undefined) {
    block = new BlockList()
    block.addSubnet(base, Number(length), family === 4 ? 'ipv4' : 'ipv6')
    blocks.set(network, block)
  }
  return block.check(address, family === 4 ? 'ipv4' : 'ipv6') ? 1 : 0
}

const same = (element: unknown, wanted: unknown) =>
  sqlOf(element) === (wanted === null ? null : String(wanted))

/** JSON and lists. A list is JSON text, counted from 1 as in Athena. */
export const jsonFunctions: Readonly<Record<string, SqlFunction>> = {
  json_extract_scalar: (text, path) => {
    const value = valueAt(text, path)
    return typeof value === 'object' ? null : sqlOf(value)
  },
  json_extract_or_null: (text, path) => sqlOf(valueAt(text, path)),
  json_array_contains: (text, wanted) => {
    const list = listOf(text)
    return list === null ? null : Number(list.some((element) => same(element, wanted)))
  },
  json_size: (text, path) => {
    const value = valueAt(text, path)
    if (value === undefined) return null
    return typeof value === 'object' && value !== null ? Object.keys(value).length : 0
  },
  cardinality: (text) => {
    const value = jsonOf(text)
    return typeof value === 'object' && value !== null ? Object.keys(value).length : null
  },
  contains: (list, wanted) => {
    if (typeof list === 'string' && list.includes('/') && typeof wanted === 'string') {
      const inside = networkContains(list, wanted)
      if (inside !== null || isIP(list.split('/')[0] ?? '') !== 0) return inside
    }
    const elements = listOf(list)
    return elements === null || wanted === null ? null : Number(elements.some((one) => same(one, wanted)))
  },
  element_at: (list, index) => {
    if (typeof index === 'string') return sqlOf(valueAt(list, `$["${index}"]`))
    const elements = listOf(list)
    return elements === null || typeof index !== 'number'
      ? null
      : sqlOf(elements.at(index > 0 ? index - 1 : index))
  },
  array_join: (list, separator, missing) => {
    const elements = listOf(list)?.map(sqlOf)
    if (elements === undefined) return null
    const shown =
      missing == null ? elements.filter((one) => one !== null) : elements.map((one) => one ?? missing)
    return shown.join(String(separator ?? ''))
  },
  array_distinct: (list) =>
    changedList(list, (elements) => [...new Map(elements.map((e) => [sqlOf(e), e])).values()]),
  array_sort: (list) => changedList(list, (elements) => [...elements].sort(inOrder)),
}

function changedList(
  list: unknown,
  change: (elements: readonly unknown[]) => readonly unknown[],
): string | null {
  const elements = listOf(list)
  return elements === null ? null : JSON.stringify(change(elements))
}

function inOrder(a: unknown, b: unknown): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const [left, right] = [String(sqlOf(a)), String(sqlOf(b))]
  return left < right ? -1 : left > right ? 1 : 0
}
