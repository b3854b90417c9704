import { useEffect, useRef, useState } from 'react'
import type { FacetName, SignInFilter } from '../../shared/domain/filter.ts'
import { filterTexts } from '../../shared/messages/filter.ts'
import { useCall } from '../backend.tsx'
import { useKnown } from '../known/known-lists.tsx'
import { useSettled } from '../patterns/use-settled.ts'
import { countText } from '../settings/numbers.ts'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { knownName } from './facet-look.tsx'
import { type FacetChoices, FacetOptions } from './facet-options.tsx'
import { valueWord } from './token-words.ts'

const PAGE = 100
/** Facets with words of their own are searched here, by key and word; they have few values. */
const WORDED: readonly FacetName[] = ['event', 'country', 'account']
const WORDED_MOST = 1000

/** All values of a facet, to be found by their text. Esc goes back to the short list. */
export function FacetSearch(
  props: FacetChoices & {
    readonly id: string
    readonly title: string
    readonly filter: SignInFilter
    onClose(): void
  },
) {
  const { facet, title, filter } = props
  const texts = useTexts(filterTexts)
  const language = useLanguage()
  const known = useKnown()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [pages, setPages] = useState(1)
  const worded = WORDED.includes(facet)
  const settled = useSettled(text)
  const { data, loading, slow } = useCall('timeline.facetValues', {
    filter,
    facet,
    search: worded ? '' : settled,
    offset: 0,
    limit: worded ? WORDED_MOST : Math.min(1000, pages * PAGE),
  })
  useEffect(() => input.current?.focus(), [])
  const wanted = text.trim().toLowerCase()
  const found = (data?.values ?? []).filter(
    ({ key }) =>
      !worded ||
      [key, valueWord(facet, key, language), knownName(known, facet, key) ?? ''].some((word) =>
        word.toLowerCase().includes(wanted),
      ),
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc bubbles here from the field and the values
    <div
      id={props.id}
      className="flt-search"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.stopPropagation()
        props.onClose()
      }}
    >
      <input
        ref={input}
        type="text"
        className="ui-input"
        spellCheck={false}
        autoComplete="off"
        maxLength={200}
        aria-label={texts.findValue(title)}
        placeholder={texts.findValue(title)}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setPages(1)
        }}
      />
      <div className="flt-found">
        <FacetOptions
          facet={facet}
          wanted={props.wanted}
          unwanted={props.unwanted}
          onToggle={props.onToggle}
          title={title}
          values={found}
          most={Math.max(1, ...found.map(({ count }) => count))}
          busy={loading && slow}
        />
        {data !== undefined && found.length === 0 && <p>{texts.noValue}</p>}
        {data !== undefined && data.more > 0 && (
          <button
            type="button"
            className="flt-more"
            disabled={pages >= 10}
            onClick={() => setPages(pages + 1)}
          >
            {texts.moreValuesToShow(countText(data.more))}
          </button>
        )}
      </div>
      <button type="button" className="flt-more" onClick={props.onClose}>
        {texts.fewer}
      </button>
    </div>
  )
}
