import type { PaperRow } from '../../shared/domain/work-paper.ts'
import { Who } from '../ui/who.tsx'

/** Who, of a record of the paper; a role and its session are one name there. */
export function WhoCell({ row }: { readonly row: PaperRow }) {
  const cut = row.kind === 'role' && row.name !== null ? row.name.indexOf('/') : -1
  return (
    <Who
      of={{
        principalKind: row.kind,
        principalName: row.name,
        principalArn: row.arn,
        roleName: cut === -1 ? null : (row.name?.slice(0, cut) ?? null),
        sessionName: cut === -1 ? null : (row.name?.slice(cut + 1) ?? null),
      }}
    />
  )
}
