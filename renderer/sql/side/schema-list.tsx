import { useState } from 'react'
import type { SqlSchema } from '../../../shared/domain/sql.ts'
import { sqlScreenTexts } from '../../../shared/messages/sql-screen.ts'
import { countText } from '../../settings/numbers.ts'
import { useTexts } from '../../settings/settings.tsx'
import { Icon } from '../../ui/icon.tsx'

/** Tables and their columns; a click writes the name into the statement. */
export function SchemaList(props: { readonly schema: SqlSchema | undefined; onInsert(text: string): void }) {
  const texts = useTexts(sqlScreenTexts)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(['cloudtrail_logs']))
  const { schema } = props
  const toggle = (name: string) => {
    const next = new Set(open)
    if (!next.delete(name)) next.add(name)
    setOpen(next)
  }
  return (
    <section className="sql-schema" aria-label={texts.schema}>
      {schema?.tables.map((table, index) => (
        <div key={table.name}>
          {index === 2 && <h3 className="sql-schema-others">{texts.otherTables}</h3>}
          <button
            type="button"
            className="sql-table"
            aria-expanded={open.has(table.name)}
            onClick={() => toggle(table.name)}
          >
            <Icon name={open.has(table.name) ? 'chevron-down' : 'chevron-right'} size={10} />
            <b>{table.name}</b>
            {table.rows !== null && <small>{texts.rowsInTable(countText(table.rows))}</small>}
          </button>
          {open.has(table.name) && (
            <ul>
              {table.columns.map(({ name, kind }) => (
                <li key={name}>
                  <button type="button" className="sql-column" onClick={() => props.onInsert(name)}>
                    <code>{name}</code>
                    <small>{texts.kinds[kind]}</small>
                  </button>
                </li>
              ))}
            </ul>
          )}
          {table.name === 'cloudtrail_logs' && <p className="sql-side-note">{texts.note}</p>}
        </div>
      ))}
    </section>
  )
}
