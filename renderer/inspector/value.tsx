import { Fragment, useState } from 'react'
import { inspectorTexts } from '../../shared/messages/inspector.ts'
import { useTexts } from '../settings/settings.tsx'
import { beginning, visibleName } from '../ui/visible-text.ts'

const SHORT = 160

/**
 * A value of the record as it stands: "not stated" when there is none, only the beginning of one that is very long
 * until all of it is asked for. A long address breaks after a slash rather than within a word.
 */
export function Value(props: { readonly text: string | null; readonly code?: boolean }) {
  const { text } = props
  const texts = useTexts(inspectorTexts)
  const [all, setAll] = useState(false)
  if (text === null) return <i>{texts.notStated}</i>
  const Frame = props.code === true ? 'code' : 'span'
  return (
    <Frame className="insp-any">
      {visibleName(all ? text : beginning(text, SHORT))
        .split(/(?<=[^/:]\/)/)
        .map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one value never move
          <Fragment key={index}>
            {index > 0 && <wbr />}
            {part}
          </Fragment>
        ))}
      {text.length > SHORT && (
        <>
          {' '}
          <button type="button" className="insp-link" onClick={() => setAll(!all)}>
            {all ? texts.showLess : texts.showMore}
          </button>
        </>
      )}
    </Frame>
  )
}
