import type { QueryNotice, QueryTime } from '../../../shared/domain/query.ts'
import { type Period, readPeriod } from '../../../shared/domain/typed-period.ts'
import type { ZoneName } from '../../../shared/domain/units.ts'
import { readAddressRange } from './addresses.ts'
import type { Condition } from './condition.ts'
import { FIELD_NAMES, FIELDS, type FieldKind, fieldNamed, HAS_VALUES, IS_VALUES, nearest } from './fields.ts'
import type { Place, Sign, SyntaxNode, TypedValue, ValueNode } from './syntax.ts'
import { matchesWhole, plainText, readPattern } from './text-pattern.ts'
import { QueryTrouble } from './trouble.ts'

/** What a query asks, and what should be told about it. */
export interface Meaning {
  readonly condition: Condition
  readonly notices: readonly QueryNotice[]
  readonly times: readonly QueryTime[]
}

/** Gives the names and values of a query their meaning. Throws `QueryTrouble`. */
export function meaningOf(node: SyntaxNode, zone: ZoneName): Meaning {
  const notices: QueryNotice[] = []
  const times: QueryTime[] = []
  return { condition: conditionOf(node, { zone, notices, times }), notices, times }
}

interface Setting {
  readonly zone: ZoneName
  readonly notices: QueryNotice[]
  readonly times: QueryTime[]
}

function conditionOf(node: SyntaxNode, setting: Setting): Condition {
  switch (node.kind) {
    case 'and':
    case 'or':
      return { kind: node.kind, parts: node.parts.map((part) => conditionOf(part, setting)) }
    case 'not':
      return { kind: 'not', part: conditionOf(node.part, setting) }
    case 'text':
      return { kind: 'text', pattern: readPattern(node.value) }
    case 'field': {
      const name = fieldNamed(node.name.text)
      if (name === null) {
        throw new QueryTrouble('unknown-field', node.name, nearest(node.name.text, FIELD_NAMES))
      }
      const kind: FieldKind = FIELDS[name]
      if (node.sign !== ':' && kind.reads !== 'time') throw new QueryTrouble('no-range-here', node.name)
      return valuesOf(node.value, kind, node.sign, setting)
    }
  }
}

function valuesOf(node: ValueNode, kind: FieldKind, sign: Sign, setting: Setting): Condition {
  switch (node.kind) {
    case 'and':
    case 'or':
      return { kind: node.kind, parts: node.parts.map((part) => valuesOf(part, kind, sign, setting)) }
    case 'not':
      return { kind: 'not', part: valuesOf(node.part, kind, sign, setting) }
    case 'range': {
      if (kind.reads !== 'time' || sign !== ':') {
        throw new QueryTrouble('no-range-here', typedRange(node))
      }
      const low = node.low === null ? null : periodOf(node.low, setting)
      const high = node.high === null ? null : periodOf(node.high, setting)
      if (low !== null && high !== null && high.to <= low.from) {
        throw new QueryTrouble('bad-range', typedRange(node))
      }
      return noted(node, { kind: 'time', from: low?.from ?? null, to: high?.to ?? null }, setting)
    }
    case 'value':
      return oneValueOf(node, kind, sign, setting)
  }
}

function oneValueOf(value: TypedValue, kind: FieldKind, sign: Sign, setting: Setting): Condition {
  const pattern = readPattern(value)
  switch (kind.reads) {
    case 'time':
      return noted(value, compared(periodOf(value, setting), sign), setting)
    case 'column':
      if (kind.closed !== undefined && !kind.closed.some((known) => matchesWhole(pattern, known))) {
        throw new QueryTrouble('unknown-value', value, kind.closed)
      }
      return { kind: 'column', column: kind.column, pattern }
    case 'user':
      return { kind: 'user', pattern }
    case 'side':
      return { kind: 'side', field: kind.field, pattern }
    case 'text':
      return { kind: 'text', pattern }
    case 'ip':
      return addressOf(value)
    case 'is': {
      const trait = plainText(value).toLowerCase()
      if (!Object.hasOwn(IS_VALUES, trait)) {
        throw new QueryTrouble('unknown-value', value, Object.keys(IS_VALUES))
      }
      return { kind: 'trait', trait: IS_VALUES[trait as keyof typeof IS_VALUES] }
    }
    case 'has':
      return presenceOf(value)
  }
}

/** A whole address and a network are compared as numbers, so that every spelling of an IPv6 address is found. */
function addressOf(value: TypedValue): Condition {
  const text = plainText(value)
  const range = readAddressRange(text)
  if (range !== null) return { kind: 'address', range }
  if (text.includes('/') && !value.quoted) throw new QueryTrouble('bad-address', value)
  // Numbers and dots that are no address are a slip; a name of a service or a star is not.
  if (!value.quoted && !text.includes('*') && /^[\d.]+$/.test(text))
    throw new QueryTrouble('bad-address', value)
  return { kind: 'column', column: 'ip', pattern: readPattern(value) }
}

function presenceOf(value: TypedValue): Condition {
  const wanted = plainText(value).toLowerCase()
  const what = HAS_VALUES.find((known) => known === wanted)
  switch (what) {
    case undefined:
      throw new QueryTrouble('unknown-value', value, HAS_VALUES)
    case 'note':
    case 'tag':
    case 'country':
    case 'network':
      return { kind: 'side', field: what, pattern: null }
    case 'finding':
      return { kind: 'trait', trait: 'finding' }
    default:
      return { kind: 'present', column: what }
  }
}

type TimeCondition = Extract<Condition, { kind: 'time' }>

/** Tells what a time came to, so that it can be shown on another clock. */
function noted(at: Place, condition: TimeCondition, { times }: Setting): TimeCondition {
  times.push({ ...place(at), low: condition.from, high: condition.to })
  return condition
}

function compared(period: Period, sign: Sign): TimeCondition {
  switch (sign) {
    case ':':
      return { kind: 'time', from: period.from, to: period.to }
    case '>=':
      return { kind: 'time', from: period.from, to: null }
    case '>':
      return { kind: 'time', from: period.to, to: null }
    case '<':
      return { kind: 'time', from: null, to: period.from }
    case '<=':
      return { kind: 'time', from: null, to: period.to }
  }
}

function periodOf(value: TypedValue, { zone, notices }: Setting): Period {
  const text = plainText(value)
  const read = readPeriod(text, zone)
  if ('problem' in read) {
    throw new QueryTrouble(read.problem === 'not-a-time' ? 'bad-time' : 'time-does-not-exist', value)
  }
  if (read.period.twice) notices.push({ code: 'time-twice', ...place(value), text })
  return read.period
}

function typedRange({ from, to, low, high }: ValueNode & { kind: 'range' }): Place & { text: string } {
  return { from, to, text: `${low?.text ?? ''}..${high?.text ?? ''}` }
}

function place({ from, to }: Place): Place {
  return { from, to }
}
