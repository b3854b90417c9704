import { readFileSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { cidrText } from '../../../shared/domain/ip-address.ts'
import {
  type Known,
  type KnownImport,
  type KnownProblem,
  nameableValue,
} from '../../../shared/domain/known.ts'
import { AppError, toAppError } from '../../../shared/errors.ts'
import type { ReadableCase } from '../case/rights.ts'
import { cellsOf, columnsOf } from '../intake/formats/csv-columns.ts'
import { rowAt } from '../intake/formats/csv-rows.ts'
import { CSV_START, csvLines } from '../report/csv.ts'
import { nameFor, nameLine, networkLine } from './change-known.ts'
import { applyEdits, type Keeping, type KnownEdit, knownLists } from './known-lists.ts'

/** Columns of the file: `kind` is `network`, `address` or `account`; `trusted` is `yes` or `no`, for networks. */
const HEAD = ['kind', 'value', 'name', 'trusted'] as const

/** More than this is no list that somebody keeps by hand, in bytes. */
const LARGEST = 16 * 1024 * 1024

/** Writes both lists as one CSV file that `importKnown` reads again. Throws `write-failed` or `disk-full`. */
export async function exportKnown(db: ReadableCase, path: string): Promise<{ rows: number }> {
  const { networks, names } = knownLists(db)
  const rows = [
    ...networks.map(({ cidr, label, trusted }) => ['network', cidr, label, trusted ? 'yes' : 'no']),
    ...names.map(({ kind, value, name }) => [kind, value, name, '']),
  ]
  try {
    await writeFile(path, CSV_START + csvLines([[...HEAD], ...rows]))
  } catch (cause) {
    const error = toAppError(cause)
    throw error.code === 'internal'
      ? new AppError('write-failed', `${path}: ${error.message}`, { cause })
      : error
  }
  return { rows: rows.length }
}

/**
 * Reads networks and names from a CSV file with the columns `kind, value, name, trusted`, in any order. Lines with
 * values that are on the lists change these; a line that is not understood is named and left out, the others are
 * taken. Throws `not-found`, or `invalid-input` when the file is no such table.
 */
export function importKnown(keeping: Keeping, path: string): KnownImport {
  const bytes = bytesOf(path)
  const counts = { added: 0, changed: 0, unchanged: 0 }
  const refused: { line: number; problem: KnownProblem }[] = []
  const undo = applyEdits(keeping, 'known.imported', { path }, () => {
    const known = knownLists(keeping.db)
    const edits = new Map<string, KnownEdit>()
    for (const { line, cells } of linesOf(bytes, path)) {
      const edit = editOf(keeping, known, cells)
      if (typeof edit === 'string') refused.push({ line, problem: edit })
      else if (edits.has(edit.key)) refused.push({ line, problem: 'repeated' })
      else edits.set(edit.key, edit.edit)
    }
    return [...edits.values()].filter((edit) => {
      const kind = edit.before === null ? 'added' : isSame(edit) ? 'unchanged' : 'changed'
      counts[kind] += 1
      return kind !== 'unchanged'
    })
  })
  return { known: knownLists(keeping.db), undo, ...counts, refused }
}

function bytesOf(path: string): Uint8Array {
  try {
    if (statSync(path).size > LARGEST) throw new AppError('invalid-input', `${path} is too large for a list.`)
    return readFileSync(path)
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    const code = cause instanceof Error && 'code' in cause ? cause.code : ''
    throw new AppError(code === 'ENOENT' ? 'not-found' : 'invalid-input', `${path} cannot be read.`, {
      cause,
    })
  }
}

interface Line {
  readonly line: number
  readonly cells: Readonly<Record<(typeof HEAD)[number], string>>
}

function* linesOf(file: Uint8Array, path: string): Generator<Line> {
  const hasMark = file[0] === 0xef && file[1] === 0xbb && file[2] === 0xbf
  const bytes = hasMark ? file.subarray(3) : file
  const head = rowAt(bytes, 0, true)
  const columns = head === null ? null : columnsOf(bytes.subarray(0, head.end))
  const places = HEAD.map((name) => columns?.indexOf(name) ?? null)
  if (head === null || places.slice(0, 3).includes(null)) {
    throw new AppError('invalid-input', `${path} has no header line with the columns kind, value and name.`)
  }
  let at = head.next
  for (let line = 2; at < bytes.length; line += 1) {
    const row = rowAt(bytes, at, true)
    if (row === null) break
    const found = row.damage === null ? cellsOf(bytes, row) : []
    // The apostrophe that our own files put before what a spreadsheet would calculate.
    const cell = (index: number) =>
      (found[places[index] ?? -1] ?? '').trim().replace(/^'(?=[=+\-@＝＋－＠])/u, '')
    if (row.end > at) {
      yield { line, cells: { kind: cell(0), value: cell(1), name: cell(2), trusted: cell(3) } }
    }
    at = row.next
  }
}

const TRUSTED: Readonly<Record<string, boolean>> = {
  yes: true,
  no: false,
  true: true,
  false: false,
  '': false,
}

function editOf(
  keeping: Keeping,
  known: Known,
  { kind, value, name, trusted }: Line['cells'],
): KnownProblem | { key: string; edit: KnownEdit } {
  if (name === '' || name.length > 200) return 'name'
  if (kind === 'network') {
    const cidr = cidrText(value)
    if (cidr === null) return 'value'
    const word = trusted.toLowerCase()
    if (!Object.hasOwn(TRUSTED, word)) return 'trusted'
    const before = known.networks.find((line) => line.cidr === cidr) ?? null
    const entry = { cidr, label: name, trusted: TRUSTED[word] === true }
    const after = networkLine(keeping, entry, before?.id ?? 0)
    return { key: `network ${cidr}`, edit: { of: 'network', before, after } }
  }
  if (kind !== 'address' && kind !== 'account') return 'kind'
  const canonical = nameableValue(kind, value)
  if (canonical === null) return 'value'
  const before = nameFor(known, kind, canonical)
  const after = nameLine(keeping, { kind, value: canonical, name })
  return { key: `${kind} ${canonical}`, edit: { of: 'name', before, after } }
}

function isSame(edit: KnownEdit): boolean {
  if (edit.before === null || edit.after === null) return false
  return edit.of === 'network'
    ? edit.before.label === edit.after.label && edit.before.trusted === edit.after.trusted
    : edit.before.name === edit.after.name
}
