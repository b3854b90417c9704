import { useState } from 'react'
import type { SqlSchema } from '../../../shared/domain/sql.ts'
import { sqlScreenTexts } from '../../../shared/messages/sql-screen.ts'
import { useTexts } from '../../settings/settings.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import type { SqlStore } from '../sql-store.ts'
import { HistoryList } from './history-list.tsx'
import { SavedList } from './saved-list.tsx'
import { SchemaList } from './schema-list.tsx'
import type { Saved } from './use-saved.ts'

/** Beside the editor: queries to open, and what can be asked. */
export function SqlSide(props: {
  readonly store: SqlStore
  readonly saved: Saved
  readonly schema: SqlSchema | undefined
  onInsert(text: string): void
}) {
  const texts = useTexts(sqlScreenTexts)
  const [shown, setShown] = useState<'saved' | 'history'>('saved')
  const { store, saved, schema } = props
  return (
    <aside className="sql-side" data-region="sql-side">
      <div className="sql-side-queries">
        <Segmented
          label={texts.saved}
          size="small"
          value={shown}
          options={[
            { value: 'saved', label: texts.saved },
            { value: 'history', label: texts.history },
          ]}
          onChange={setShown}
        />
        {shown === 'saved' ? <SavedList store={store} saved={saved} /> : <HistoryList store={store} />}
      </div>
      <SchemaList schema={schema} onInsert={props.onInsert} />
    </aside>
  )
}
