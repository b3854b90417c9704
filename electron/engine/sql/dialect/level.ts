import type { SqlNotice } from '../../../../shared/domain/sql.ts'
import { SqlRefusal } from '../problem.ts'
import {
  type Group,
  isGroup,
  isSign,
  isWord,
  meaning,
  type Node,
  nameOf,
  parts,
  type Token,
} from '../tokens.ts'
import { CALL_RULES, refuseCall, THROWING } from './functions.ts'
import { readInterval, timeLiteral } from './literals.ts'
import { columnSql, readPath, skipSpace, standsAlone, tableSql } from './paths.ts'
import { type Piece, piece, trimmed } from './pieces.ts'
import { isName, readUnnest, type Scope } from './scope.ts'
import { writeSpecialCall } from './special-calls.ts'

export interface Context {
  readonly scope: Scope
  readonly notices: Set<SqlNotice>
  /** Inside `try(…)`. */
  readonly inTry: boolean
  readonly pieceOf: (token: Token) => Piece
}

/** Words before a bracket that are no functions. */
const NO_CALL =
  /^(?:in|values|and|or|not|over|exists|from|where|on|using|as|when|then|else|case|select|having|by|limit|between|is|like|all|any|some|distinct|union|intersect|except|with|recursive|materialized|join|filter|partition|within|escape|glob|match|offset|return|order|group|window|end)$/

/** Words that stand between expressions, so that what stands before them is no operand of what follows. */
const CLAUSE = /^(?:where|group|having|order|window|limit|union|intersect|except)$/

/** Writes what stands between two brackets, or a whole statement. */
export function writeLevel(nodes: readonly Node[], context: Context): Piece[] {
  const out: Piece[] = []
  /** Where in `out` the operand begins that was written last; null after anything else. */
  let operand: number | null = null
  let clause: 'select' | 'from' | 'other' = 'other'
  let before: Node | undefined
  let limited = false
  let at = 0

  const push = (pieces: readonly Piece[], isOperand: boolean) => {
    operand = isOperand ? out.length : null
    out.push(...pieces)
  }
  /** Takes the last operand back to make a part of something. */
  const takeOperand = (token: Token, what: string): Piece[] => {
    if (operand === null) throw new SqlRefusal('not-supported', token, what)
    return trimmed(out.splice(operand))
  }
  const wrap = (token: { from: number; to: number }, start: string, inner: readonly Piece[], end: string) => {
    push([piece(start, token), ...inner, piece(end, token)], true)
  }

  while (at < nodes.length) {
    const node = nodes[at]
    if (node === undefined) break
    if (node.kind === 'space') {
      out.push(context.pieceOf(node))
      at += 1
      continue
    }
    at = node.kind === 'group' ? writeGroup(node) : isName(node) ? writeName(node) : writeSign(node)
    before = node
  }
  return out

  function writeGroup(group: Group): number {
    if (group.bracket === '[') {
      if (operand === null) throw new SqlRefusal('bracket', group, '[')
      const inner = takeOperand(before as Token, '[')
      const index = trimmed(writeLevel(group.inner, context))
      wrap(group, 'element_at(', [...inner, piece(', ', group), ...index], ')')
    } else push(bracketed(group), true)
    return at + 1
  }

  function bracketed(group: Group): Piece[] {
    const open = { from: group.from, to: group.from + 1 }
    const close = { from: group.to - 1, to: group.to }
    return [piece('(', open), ...writeLevel(group.inner, context), piece(')', close)]
  }

  function writeSign(token: Token): number {
    const next = skipSpace(nodes, at + 1)
    const after = nodes[next]
    if (token.kind === 'string' || token.kind === 'number') push([context.pieceOf(token)], true)
    else if (['?', ':', '@', '$', '#'].includes(token.text))
      throw new SqlRefusal('parameter', token, token.text)
    else if ((isSign(token, '-') || isSign(token, '+')) && isWord(after, 'interval') && operand !== null) {
      const { amount, unit, length, to } = readInterval(nodes, next)
      const inner = takeOperand(token, 'INTERVAL')
      const signed = isSign(token, '-') ? -amount : amount
      wrap({ from: token.from, to }, `date_add('${unit}', ${signed}, `, inner, ')')
      return next + length
    } else if (isSign(token, '.') && isName(after) && operand !== null && isGroup(before, '[')) {
      const inner = takeOperand(token, '.')
      // Elements of `resources` are the only structs in a list; their letters differ from Athena's only in `ARN`.
      const member = nameOf(after) === 'arn' ? 'ARN' : after.text
      wrap(after, '(', [...inner, piece(` ->> '$.${member}'`, after)], ')')
      return next + 1
    } else push([context.pieceOf(token)], isSign(token, '*') && clause === 'select')
    return at + 1
  }

  function writeName(token: Token): number {
    const word = token.kind === 'word' ? token.text.toLowerCase() : ''
    const next = skipSpace(nodes, at + 1)
    const after = nodes[next]
    const isTable = clause === 'from' && (isWord(before, 'from', 'join') || isSign(before, ','))

    if (isTable && word === 'unnest') return writeUnnest(token)
    const phrase = writePhrase(token, word, next, after)
    if (phrase !== null) return phrase
    if (word === 'select') clause = 'select'
    else if (word === 'from') clause = 'from'
    else if (CLAUSE.test(word)) clause = 'other'

    if (isGroup(after, '(') && !NO_CALL.test(word)) {
      if (clause === 'from' && !isTable && (isWord(before, 'as') || operand !== null)) {
        throw new SqlRefusal('not-supported', after, '… AS t (a, b)')
      }
      push(writeCall(token, word, after), true)
      return next + 1
    }
    if (
      isGroup(after, '(') &&
      /^(?:any|all|some)$/.test(word) &&
      before?.kind === 'sign' &&
      !isSign(before, ',')
    ) {
      throw new SqlRefusal('not-supported', token, `${token.text} (…)`)
    }
    return writePath(token, isTable)
  }

  function writePath(token: Token, isTable: boolean): number {
    const path = readPath(nodes, at, token)
    const typed = () => nodes.slice(at, path.next).map((node) => context.pieceOf(node as Token))
    if (isTable) {
      const table = tableSql(path, nodes, context.scope)
      if (table !== null) context.notices.add('table-name')
      push(table === null ? typed() : [piece(table, path)], true)
      return path.next
    }
    const column = columnSql(path, context.scope)
    if (column === null) {
      const isKeyword = token.kind === 'word' && path.names.length === 1 && KEYWORD.test(token.text)
      push(typed(), !isKeyword)
      return path.next
    }
    const alone = clause === 'select' && standsAlone(before, nodes[skipSpace(nodes, path.next)])
    push([piece(alone ? `${column.sql} as ${column.name}` : column.sql, path)], true)
    return path.next
  }

  function writeCall(token: Token, word: string, group: Group): Piece[] {
    const special = writeSpecialCall(word, token, group, context, writeLevel)
    if (special !== null) return special
    refuseCall(word, token)
    const rule = CALL_RULES[word]
    const inner = { ...context, inTry: context.inTry || word === 'try' }
    if (rule === undefined || (/^(?:greatest|least)$/.test(word) && parts(group.inner).length < 2)) {
      const name = context.inTry && THROWING.has(word) ? piece(`try_${word}`, token) : context.pieceOf(token)
      return [name, ...bracketed(group)]
    }
    if (rule.notice !== undefined) context.notices.add(rule.notice)
    const args = parts(group.inner).map((part) => trimmed(writeLevel(part, inner)))
    return rule.write({ name: word, at: token, args })
  }

  function writeUnnest(token: Token): number {
    const list = meaning(nodes.slice(at))
    const unnest = readUnnest(list, 0)
    const group = list[1]
    if (unnest === null || !isGroup(group, '(')) {
      throw new SqlRefusal('not-supported', token, 'UNNEST …')
    }
    const end = list[unnest.length - 1] as Node
    push(
      [piece('json_each', token), ...bracketed(group), piece(` as ${unnest.alias.text}`, unnest.alias)],
      true,
    )
    return nodes.indexOf(end) + 1
  }

  /** Words that mean something together; null when these do not. */
  function writePhrase(token: Token, word: string, next: number, after: Node | undefined): number | null {
    if ((word === 'timestamp' || word === 'date') && after?.kind === 'string') {
      push([piece(timeLiteral(word, after), { from: token.from, to: after.to })], true)
      return next + 1
    }
    if (word === 'array' && isGroup(after, '[')) {
      push([piece('json_array(', token), ...writeLevel(after.inner, context), piece(')', token)], true)
      return next + 1
    }
    if (/^(?:current_timestamp|localtimestamp)$/.test(word)) {
      push([piece('now()', token)], true)
      return isGroup(after, '(') ? next + 1 : at + 1
    }
    if (word === 'at' && isWord(after, 'time')) {
      const zone = nodes[skipSpace(nodes, skipSpace(nodes, next + 1) + 1)]
      if (zone?.kind !== 'string') throw new SqlRefusal('not-supported', token, 'AT TIME ZONE')
      const inner = takeOperand(token, 'AT TIME ZONE')
      context.notices.add('zone-text')
      wrap({ from: token.from, to: zone.to }, 'at_timezone(', [...inner, piece(`, ${zone.text}`, zone)], ')')
      return nodes.indexOf(zone) + 1
    }
    if (word === 'limit' && isWord(after, 'all')) {
      push([piece('limit -1', { from: token.from, to: after.to })], false)
      limited = true
      return next + 1
    }
    if (word === 'limit') limited = true
    if (word === 'fetch') return writeFetch(token)
    if (word === 'offset' && !limited) return writeOffset(token)
    if (/^(?:tablesample|match_recognize|lateral)$/.test(word))
      throw new SqlRefusal('not-supported', token, token.text)
    if (word === 'interval' && after?.kind === 'string')
      throw new SqlRefusal('not-supported', token, 'INTERVAL')
    return null
  }

  /** `FETCH FIRST n ROWS ONLY` */
  function writeFetch(token: Token): number | null {
    const list = meaning(nodes.slice(at))
    const [, first, count, rows, only] = list
    if (!isWord(first, 'first', 'next') || count?.kind !== 'number' || !isWord(rows, 'row', 'rows'))
      return null
    if (!isWord(only, 'only')) throw new SqlRefusal('not-supported', token, 'FETCH FIRST … WITH TIES')
    push([piece(`limit ${count.text}`, { from: token.from, to: only.to })], false)
    limited = true
    return nodes.indexOf(only) + 1
  }

  /** `OFFSET n LIMIT m`: SQLite has them the other way round. */
  function writeOffset(token: Token): number | null {
    const list = meaning(nodes.slice(at))
    const [, count, maybeRows] = list
    if (count?.kind !== 'number') return null
    const rest = list.slice(isWord(maybeRows, 'row', 'rows') ? 3 : 2)
    const [limit, amount] = isWord(rest[0], 'fetch') ? [rest[0], rest[2]] : rest
    const both = isWord(limit, 'limit', 'fetch') && (amount?.kind === 'number' || isWord(amount, 'all'))
    const end = both
      ? isWord(limit, 'fetch')
        ? rest[4]
        : amount
      : isWord(maybeRows, 'row', 'rows')
        ? maybeRows
        : count
    if (end === undefined) return null
    const limitText = both && amount?.kind === 'number' ? amount.text : '-1'
    push([piece(`limit ${limitText} offset ${count.text}`, { from: token.from, to: end.to })], false)
    limited = true
    return nodes.indexOf(end) + 1
  }
}

/** Words after which an operand begins anew. */
const KEYWORD =
  /^(?:select|distinct|from|where|and|or|not|in|is|like|between|then|else|when|case|on|by|having|limit|offset|as|join|cross|inner|left|right|full|outer|union|intersect|except|values|over|asc|desc|group|order|with|using|escape|glob|regexp|match|collate|nulls|first|last|recursive|materialized|window|partition|rows|range)$/i
