import { searchExamples, searchTexts } from '../../shared/messages/search.ts'
import { useTexts } from '../settings/settings.tsx'
import { Icon } from '../ui/icon.tsx'
import { Popover } from '../ui/menu.tsx'

/** A short help of the query language; a click on an example puts it into the box. */
export function QueryHelp(props: { onTry(query: string): void }) {
  const texts = useTexts(searchTexts)
  const examples = useTexts(searchExamples)
  return (
    <Popover
      button={<Icon name="info" size={14} />}
      label={texts.help}
      buttonClass="ui-icon-button qry-help-button"
    >
      {(close) => (
        <div className="qry-help">
          <h2>{texts.help}</h2>
          <p>{texts.helpLead}</p>
          <ul>
            {examples.map(({ query, means }) => (
              <li key={query}>
                <button
                  type="button"
                  onClick={() => {
                    close()
                    props.onTry(query)
                  }}
                >
                  <code>{query}</code>
                  <span>{means}</span>
                </button>
              </li>
            ))}
          </ul>
          <p>{texts.helpCase}</p>
          <p className="qry-help-keys">{texts.helpKeys}</p>
        </div>
      )}
    </Popover>
  )
}
