import type { Shape } from '../../intake/formats/struct-text.ts'
import { RESOURCE, TLS_DETAILS, USER_IDENTITY } from '../../intake/formats/user-identity.ts'
import { SqlRefusal } from '../problem.ts'
import { nameOf, type Token } from '../tokens.ts'

/** Struct columns of the Athena table and their members, with CloudTrail's letters. */
const STRUCTS: Readonly<Record<string, Shape>> = { useridentity: USER_IDENTITY, tlsdetails: TLS_DETAILS }

/** JSON text in Athena's table: members are reached by `json_extract_scalar`. */
const TEXTS = new Set(['requestparameters', 'responseelements', 'additionaleventdata', 'serviceeventdetails'])

export function isStruct(name: string): boolean {
  return Object.hasOwn(STRUCTS, name)
}

export function isJsonText(name: string): boolean {
  return TEXTS.has(name)
}

/** Members of a struct column, for completion: `arn`, `sessioncontext.sessionissuer.username`. */
export function memberNames(struct: string): string[] {
  const walk = (shape: Shape, before: string): string[] =>
    Object.entries(shape).flatMap(([name, field]) => [
      before + name,
      ...(field.shape === undefined ? [] : walk(field.shape, `${before}${name}.`)),
    ])
  return walk(STRUCTS[struct] ?? {}, '')
}

/** A flag that CloudTrail writes as text in some records and as true or false in others. */
const FLAGS = new Set(['mfaauthenticated'])

/** SQL for a member of a struct, as text. Throws `SqlRefusal` for a member that the struct does not have. */
export function memberSql(column: string, struct: string, members: readonly Token[]): string {
  const shape = STRUCTS[struct] ?? {}
  const path = jsonPath(shape, members)
  const last = members.at(-1)
  if (last !== undefined && FLAGS.has(nameOf(last)))
    return `nullif(trim(${column} -> '${path}', '"'), 'null')`
  return `(${column} ->> '${path}')`
}

/** The element of `resources` that a member names, or the name as typed for arrays of other things. */
export function elementPath(member: Token): string {
  const name = nameOf(member)
  return `$.${RESOURCE[name]?.as ?? name}`
}

function jsonPath(shape: Shape, members: readonly Token[]): string {
  let at: Shape | undefined = shape
  let path = '$'
  for (const member of members) {
    const name = nameOf(member)
    const field: Shape[string] | undefined =
      at === undefined || !Object.hasOwn(at, name) ? undefined : at[name]
    // Maps have members of any name.
    const open: boolean = at !== undefined && Object.keys(at).length === 0
    if (field === undefined && !open) {
      throw new SqlRefusal('unknown-member', member, name, Object.keys(at ?? {}))
    }
    path += `.${field?.as ?? name}`
    at = field?.shape
  }
  return path
}
