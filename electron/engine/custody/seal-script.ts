import { BLOCK_FAMILIES, BLOCK_ROWS, NOT_SEALED } from './sealed-tables.ts'

const families = Object.entries(BLOCK_FAMILIES)
const numberOf = families.map(([table, { number }]) => `    ${table}) number=${number} ;;`).join('\n')
const left = [...NOT_SEALED].map((name) => `'${name}'`).join(', ')

/**
 * Repeats the hash of a sealed case with the `sqlite3` shell (3.38 or newer) and `sha256sum` alone, and compares it with
 * the last seal in the log. It goes into a package beside the case file.
 */
export const SEAL_SCRIPT = `#!/bin/sh
# Repeats the content hash of a sealed Trailcase case: sh check-seal.sh FILE.trailcase
# Needs sqlite3 and sha256sum. Each row is one line of JSON, the columns in the order of the table; rows in order of the
# primary key; large tables in blocks of ${BLOCK_ROWS} numbers. Exit 0: as sealed. Exit 1: not.
set -eu
case_file=$1
ask() { sqlite3 -readonly -batch -list -noheader "$case_file" "$1"; }
hash() { sha256sum | cut -c 1-64; }
tables=$(ask "select name from sqlite_schema where type = 'table' and name not like 'sqlite!_%' escape '!'
  and name not in (${left}) order by name")
for table in $tables; do
  row=$(ask "select 'json_array(' || group_concat(value, ', ') || ')' from (select iif(lower(type) = 'blob',
    'cast(\\"' || name || '\\" as text)', '\\"' || name || '\\"') as value from pragma_table_info('$table') order by cid)")
  key=$(ask "select ifnull(group_concat(name, ', '), 'rowid') from (select '\\"' || name || '\\"' as name
    from pragma_table_info('$table') where pk > 0 order by pk)")
  number=
  case $table in
${numberOf}
  esac
  if [ -z "$number" ]; then
    printf '%s  %s\\n' "$(ask "select $row from \\"$table\\" order by $key" | hash)" "$table"
    continue
  fi
  last=$(ask "select ifnull(max($number) / ${BLOCK_ROWS}, -1) from \\"$table\\"")
  block=0
  while [ "$block" -le "$last" ]; do
    printf '%s  %s/%s\\n' "$(ask "select $row from \\"$table\\" where $number >= $block * ${BLOCK_ROWS}
      and $number < ($block + 1) * ${BLOCK_ROWS} order by $key" | hash)" "$table" "$block"
    block=$((block + 1))
  done | hash | sed "s|$|  $table|"
done > "\${TMPDIR:-/tmp}/check-seal.$$"
found=$(hash < "\${TMPDIR:-/tmp}/check-seal.$$")
sealed=$(ask "select json_extract(detail, '$.content') from custody_entry where action = 'case.sealed'
  order by sequence desc limit 1")
last=$(ask "select action || ' ' || hash from custody_entry order by sequence desc limit 1")
rm -f "\${TMPDIR:-/tmp}/check-seal.$$"
echo "content found:  $found"
echo "content sealed: $sealed"
echo "last entry:     $last"
[ "$found" = "$sealed" ] && [ "\${last%% *}" = case.sealed ]
`
