import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import type { SqlSchema } from '../../../shared/domain/sql.ts'

const KEYWORDS =
  'select from where and or not in like between is null group by order having limit offset as distinct case when then else end join left inner cross on using with union all except intersect exists desc asc over partition filter values interval timestamp date true false'.split(
    ' ',
  )

/**
 * What can be written at the caret: after `useridentity.` the members of the struct, after `table.` its columns, else
 * columns, tables, functions and words, in this order.
 */
export function completeSql(schema: SqlSchema | undefined, kinds: Readonly<Record<string, string>>) {
  const known = schema ?? { tables: [], functions: [], members: {} }
  const columns = known.tables.slice(0, 2).flatMap((table) =>
    table.columns.map((column, index) => ({
      label: column.name,
      type: 'property',
      detail: kinds[column.kind] ?? '',
      boost: (table.name === 'cloudtrail_logs' ? 40 : 20) - index / 100,
    })),
  )
  const all: readonly Completion[] = [
    ...distinct(columns),
    ...known.tables.map(({ name }) => ({ label: name, type: 'class', boost: 10 })),
    ...known.functions.map((name) => ({ label: name, type: 'function', apply: `${name}(`, detail: '( )' })),
    ...KEYWORDS.map((word) => ({ label: word.toUpperCase(), type: 'keyword', boost: -10 })),
  ]
  return (context: CompletionContext): CompletionResult | null => {
    if (isInText(context)) return null
    const dotted = context.matchBefore(/[\w.]+\.\w*$/)
    if (dotted !== null) return memberResult(known, dotted.text, context.pos)
    const word = context.matchBefore(/\w+$/)
    if (word === null && !context.explicit) return null
    return { from: word?.from ?? context.pos, options: [...all], validFor: /^\w*$/ }
  }
}

/** Inside quotes or a comment nothing is offered. */
function isInText(context: CompletionContext): boolean {
  const line = context.state.doc.lineAt(context.pos)
  const before = line.text.slice(0, context.pos - line.from)
  return before.includes('--') || (before.split("'").length - 1) % 2 === 1
}

function memberResult(schema: SqlSchema, text: string, at: number): CompletionResult | null {
  const names = text.toLowerCase().split('.')
  const typed = names.pop() ?? ''
  const struct = names.findIndex((name) => Object.hasOwn(schema.members, name))
  const from = at - typed.length
  if (struct !== -1) {
    const path = names
      .slice(struct + 1)
      .map((name) => `${name}.`)
      .join('')
    const members = schema.members[names[struct] ?? ''] ?? []
    const here = members
      .filter((member) => member.startsWith(path))
      .map((member) => member.slice(path.length).split('.')[0] ?? '')
    return {
      from,
      options: [...new Set(here)].map((label) => ({ label, type: 'property' })),
      validFor: /^\w*$/,
    }
  }
  const table = schema.tables.find(({ name }) => name === names.at(-1)) ?? schema.tables[0]
  if (table === undefined) return null
  return {
    from,
    options: table.columns.map(({ name }) => ({ label: name, type: 'property' })),
    validFor: /^\w*$/,
  }
}

function distinct(options: readonly Completion[]): Completion[] {
  return [...new Map(options.map((option) => [option.label, option] as const).reverse()).values()].reverse()
}
