import { sqlScreenTexts } from '../../shared/messages/sql-screen.ts'
import { useTexts } from '../settings/settings.tsx'
import { IconButton } from '../ui/button.tsx'
import { visibleText } from '../ui/visible-text.ts'
import type { SqlStore, Tab } from './sql-store.ts'

/** The open queries; a dot marks one that was changed since it was opened or saved. */
export function SqlTabs(props: { readonly store: SqlStore }) {
  const texts = useTexts(sqlScreenTexts)
  const name = useTabName()
  const { store } = props
  const { tabs, current } = store.state()
  return (
    <div className="sql-tabs">
      <fieldset className="sql-tab-list" aria-label={texts.tabs}>
        {tabs.map((tab) => (
          <span key={tab.id} className={tab.id === current ? 'sql-tab sql-tab-on' : 'sql-tab'}>
            <button
              type="button"
              aria-pressed={tab.id === current}
              title={name(tab)}
              onClick={() => store.choose(tab.id)}
              onAuxClick={(event) => event.button === 1 && store.close(tab.id)}
            >
              <span className="sql-tab-name">{name(tab)}</span>
              {tab.sql !== tab.base && (
                <i title={texts.changed}>
                  <span className="sr-only">{texts.changed}</span>
                </i>
              )}
            </button>
            {(tabs.length > 1 || tab.sql !== '') && (
              <IconButton
                icon="close"
                size={10}
                label={texts.closeTab(name(tab))}
                onClick={() => store.close(tab.id)}
              />
            )}
          </span>
        ))}
      </fieldset>
      <IconButton icon="plus" label={texts.newTab} onClick={() => store.open(null, '')} />
    </div>
  )
}

/** What a tab is called. */
export function useTabName(): (tab: Tab) => string {
  const texts = useTexts(sqlScreenTexts)
  return ({ origin, number }) => {
    if (origin?.kind === 'example') return texts.examples[origin.key]
    return origin === null ? texts.untitled(String(number)) : visibleText(origin.name)
  }
}
