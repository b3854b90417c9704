import { useState } from 'react'
import type { SignInFilter } from '../../shared/domain/filter.ts'
import { emptyFilter, isEmptyFilter } from '../../shared/domain/filter.ts'
import { filterQuery } from '../../shared/domain/filter-query.ts'
import type { SavedSearch } from '../../shared/domain/query.ts'
import { athenaTexts } from '../../shared/messages/query-athena.ts'
import { searchTexts } from '../../shared/messages/search.ts'
import { useTexts } from '../settings/settings.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Popover } from '../ui/menu.tsx'
import { beginning, visibleText } from '../ui/visible-text.ts'
import { AthenaDialog } from './athena-dialog.tsx'
import { SaveSearchDialog } from './save-search-dialog.tsx'
import type { RecentSearch } from './use-recent-searches.ts'
import { useSearches } from './use-searches.ts'

/** Saved searches of the case and recent ones of the window: open, save, rename, remove. */
export function SearchesMenu(props: {
  readonly filter: SignInFilter
  readonly recent: readonly RecentSearch[]
  onOpen(filter: SignInFilter): void
}) {
  const { filter } = props
  const texts = useTexts(searchTexts)
  const athena = useTexts(athenaTexts)
  const [showsAthena, setShowsAthena] = useState(false)
  const { saved, save, rename, remove } = useSearches()
  const [asking, setAsking] = useState<'save' | SavedSearch | null>(null)
  const query = filterQuery(filter)
  const open = (search: RecentSearch) =>
    props.onOpen({ ...emptyFilter, query: search.query, zone: search.zone })
  return (
    <>
      <Popover
        button={
          <>
            <Icon name="save" />
            <span>{texts.searches}</span>
            <Icon name="chevron-down" size={10} />
          </>
        }
        label={texts.searchesLabel}
        buttonClass="ui-button ui-button-plain ui-button-normal"
      >
        {(close) => (
          <div className="qry-searches">
            <Button
              icon="save"
              size="small"
              disabled={isEmptyFilter(filter) || query.length > 4000}
              onClick={() => {
                close()
                setAsking('save')
              }}
            >
              {texts.saveNow}
            </Button>
            <Button
              icon="copy"
              size="small"
              onClick={() => {
                close()
                setShowsAthena(true)
              }}
            >
              {athena.open}
            </Button>
            <h2>{texts.saved}</h2>
            {saved.length === 0 && <p>{texts.noneSaved}</p>}
            <ul>
              {saved.map((search) => (
                <li key={search.id}>
                  <SearchButton
                    search={search}
                    name={search.name}
                    onOpen={() => {
                      close()
                      open(search)
                    }}
                  />
                  <IconButton
                    icon="pencil"
                    size={12}
                    label={texts.rename(visibleText(beginning(search.name, 100)))}
                    onClick={() => {
                      close()
                      setAsking(search)
                    }}
                  />
                  <IconButton
                    icon="trash"
                    size={12}
                    label={texts.remove(visibleText(beginning(search.name, 100)))}
                    onClick={() => void remove(search)}
                  />
                </li>
              ))}
            </ul>
            {props.recent.length > 0 && <h2>{texts.recent}</h2>}
            <ul>
              {props.recent.map((search) => (
                <li key={`${search.zone} ${search.query}`}>
                  <SearchButton
                    search={search}
                    name={null}
                    onOpen={() => {
                      close()
                      open(search)
                    }}
                  />
                </li>
              ))}
            </ul>
          </div>
        )}
      </Popover>
      {showsAthena && <AthenaDialog filter={filter} onClose={() => setShowsAthena(false)} />}
      {asking !== null && (
        <SaveSearchDialog
          kind={asking === 'save' ? 'save' : 'rename'}
          name={asking === 'save' ? '' : asking.name}
          query={asking === 'save' ? query : asking.query}
          onName={(name) =>
            asking === 'save' ? save({ name, query, zone: filter.zone }) : rename(asking, name)
          }
          onClose={() => setAsking(null)}
        />
      )}
    </>
  )
}

function SearchButton(props: {
  readonly search: RecentSearch
  readonly name: string | null
  onOpen(): void
}) {
  const { query, zone } = props.search
  const shown = visibleText(beginning(query, 300))
  return (
    <button
      type="button"
      className="qry-search"
      title={zone === 'UTC' ? shown : `${shown}\u2003${zone}`}
      onClick={props.onOpen}
    >
      {props.name !== null && <b>{visibleText(props.name)}</b>}
      <code>{shown}</code>
    </button>
  )
}
