import { visibleText } from '../ui/visible-text.ts'
import { csvCells } from './csv-row.ts'
import { Value } from './value.tsx'

/** A row of a table below its header, column by column; null when the two do not fit together. */
export function pairsOf(
  header: string | null,
  row: string,
): readonly { readonly name: string; readonly value: string }[] | null {
  const names = header === null ? null : csvCells(header)
  const values = csvCells(row)
  if (names === null || values === null || names.length !== values.length) return null
  return names.map((name, index) => ({ name, value: values[index] ?? '' }))
}

/** The columns of a row with their names. An empty cell is shown as empty: the table cannot say more. */
export function TableRow(props: { readonly pairs: NonNullable<ReturnType<typeof pairsOf>> }) {
  return (
    <dl className="insp-row">
      {props.pairs.map(({ name, value }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns of one row never move
        <div key={index}>
          <dt>{visibleText(name)}</dt>
          <dd>{value === '' ? '' : <Value text={value} code />}</dd>
        </div>
      ))}
    </dl>
  )
}
