import { sqlScreenTexts } from '../../../shared/messages/sql-screen.ts'
import { useTexts } from '../../settings/settings.tsx'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { visibleText } from '../../ui/visible-text.ts'
import { EXAMPLE_KEYS, EXAMPLES } from '../examples.ts'
import type { Origin, SqlStore } from '../sql-store.ts'
import type { Saved } from './use-saved.ts'

/** Queries that come with the program, then those of the case. */
export function SavedList(props: { readonly store: SqlStore; readonly saved: Saved }) {
  const texts = useTexts(sqlScreenTexts)
  const { store, saved } = props
  const { tabs, current } = store.state()
  const open = tabs.find(({ id }) => id === current)?.origin ?? null
  const item = (key: string, name: string, from: string, isOpen: boolean, origin: Origin, sql: string) => (
    <button
      type="button"
      key={key}
      className="sql-query"
      aria-current={isOpen ? 'true' : undefined}
      title={name}
      onClick={() => store.open(origin, sql)}
    >
      <Icon name="file" tone="mute" />
      <span>{name}</span>
      <small>{from}</small>
    </button>
  )
  return (
    <ul className="sql-queries">
      {EXAMPLE_KEYS.map((key) => (
        <li key={key}>
          {item(
            key,
            texts.examples[key],
            texts.builtIn,
            open?.kind === 'example' && open.key === key,
            { kind: 'example', key },
            EXAMPLES[key],
          )}
        </li>
      ))}
      {saved.list.map((query) => {
        const name = visibleText(query.name)
        const origin = { kind: 'saved', id: query.id, name: query.name } as const
        const isOpen = open?.kind === 'saved' && open.id === query.id
        return (
          <li key={query.id}>
            {item(String(query.id), name, texts.ofCase, isOpen, origin, query.sql)}
            <IconButton
              icon="trash"
              size={12}
              label={texts.remove(name)}
              onClick={() => void saved.remove(query)}
            />
          </li>
        )
      })}
    </ul>
  )
}
