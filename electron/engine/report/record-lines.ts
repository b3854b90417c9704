import { canonicalJson } from '../signin/canonical-json.ts'
import { isObject, textAt, valueAt } from '../signin/fields.ts'
import { readSignIn } from '../signin/read-sign-in.ts'
import type { Citation, RecordLine } from './model.ts'

/** Between the keys of a path; no key of a record that is cited holds it. */
const STEP = '\u0000'
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s"{}[\],:]+/g

/**
 * Lays a JSON record out in lines by white space alone: every string, number and escape stands as it is in the
 * file, in the order of the file. Null when the text is not one JSON object; it is then printed as it stands.
 */
export function recordLines(text: string): RecordLine[] | null {
  let record: unknown
  try {
    record = JSON.parse(text)
  } catch {
    // The caller prints what cannot be parsed as it is.
    return null
  }
  if (!isObject(record) || canonicalJson(text) === null) return null
  const cited = citedPaths(record)
  const tokens = text.match(TOKEN) ?? []
  const lines: { indent: number; text: string; cites: Citation | null }[] = []
  let at = 0

  const take = (): string => {
    at += 1
    return tokens[at - 1] ?? ''
  }
  const add = (indent: number, line: string, path: string) => {
    lines.push({ indent, text: line, cites: cited.get(path) ?? null })
  }
  // The depth is bounded: deeper records have no canonical form and never come here.
  const addValue = (indent: number, label: string, path: string): void => {
    const token = take()
    const close = token === '{' ? '}' : token === '[' ? ']' : null
    if (close === null || tokens[at] === close) {
      add(indent, label + token + (close === null ? '' : take()), path)
      return
    }
    add(indent, label + token, path)
    for (let separator = ','; separator === ','; separator = take()) {
      if (token === '[') {
        addValue(indent + 1, '', `${path}${STEP}`)
      } else {
        const key = take()
        take()
        addValue(indent + 1, `${key}: `, path + STEP + String(JSON.parse(key)))
      }
      const last = lines.at(-1)
      if (tokens[at] === ',' && last !== undefined) last.text += ','
    }
    lines.push({ indent, text: close, cites: null })
  }
  addValue(0, '', '')
  return lines
}

/** Paths of the members that prove the five facts, as the reading rules of this program chose them. */
function citedPaths(record: Readonly<Record<string, unknown>>): Map<string, Citation> {
  const cited = new Map<string, Citation>()
  const cite = (letter: Citation, ...path: readonly string[]) => {
    if (valueAt(record, ...path) !== undefined) cited.set(path.map((key) => STEP + key).join(''), letter)
  }
  const { outcomeBasis, mfaBasis } = readSignIn(record)
  const name = textAt(record, 'eventName') ?? ''

  const who = ['arn', 'userName', 'principalId', 'type'].find(
    (at) => textAt(record, 'userIdentity', at) !== null,
  )
  if (who !== undefined) cite('a', 'userIdentity', who)
  if (who === 'arn') cite('a', 'userIdentity', 'userName')
  cite('b', 'eventTime')
  cite('c', 'sourceIPAddress')

  if (outcomeBasis === 'errorCode') cite('d', 'errorCode')
  if (outcomeBasis === 'serviceEventDetails') cite('d', 'serviceEventDetails', name)
  if (outcomeBasis === 'responseElements') cite('d', 'responseElements', name)
  if (outcomeBasis === 'api-call') cite('d', 'eventType')
  if (textAt(record, 'errorMessage') !== null) cite('d', 'errorMessage')

  if (mfaBasis === 'MFAUsed' || mfaBasis === 'federated') cite('e', 'additionalEventData', 'MFAUsed')
  if (mfaBasis === 'CredentialType') cite('e', 'additionalEventData', 'CredentialType')
  if (mfaBasis === 'mfaAuthenticated') {
    cite('e', 'userIdentity', 'sessionContext', 'attributes', 'mfaAuthenticated')
  }
  if (mfaBasis === 'CheckMfa') cite('e', 'additionalEventData', 'MfaType')
  return cited
}
