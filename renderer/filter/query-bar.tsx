import './filter.css'
import { type ReactNode, type RefObject, useRef } from 'react'
import type { SignInFilter, TimelineView } from '../../shared/domain/filter.ts'
import { isEmptyFilter } from '../../shared/domain/filter.ts'
import { filterTexts } from '../../shared/messages/filter.ts'
import { useRoom } from '../report/use-room.ts'
import { countText } from '../settings/numbers.ts'
import { useTexts } from '../settings/settings.tsx'
import { usePlace } from '../shell/place.tsx'
import { Button } from '../ui/button.tsx'
import { tokensOf, without } from './filter-change.ts'
import { PeriodButton } from './period-button.tsx'
import { QueryBox } from './query-box.tsx'
import { QueryHelp } from './query-help.tsx'
import { SearchesMenu } from './searches-menu.tsx'
import { TokenRow } from './token-row.tsx'
import { useQueryText } from './use-query-text.ts'
import { useRecentSearches } from './use-recent-searches.ts'

export interface QueryBarProps {
  readonly filter: SignInFilter
  readonly view: TimelineView | null
  /** True while the answer to the newest filter is on its way. */
  readonly busy: boolean
  readonly input: RefObject<HTMLInputElement | null>
  /** What stands before the box. */
  readonly before?: ReactNode
  onChange(filter: SignInFilter): void
  onClear(): void
  /** Esc or ↓ in the box: back to the list. */
  onLeave(): void
  /** Buttons of the screen, at the end of the bar. */
  readonly children?: ReactNode
}

/** What is searched and filtered, and how many sign-ins are left. */
export function QueryBar(props: QueryBarProps) {
  const { filter, view, input } = props
  const texts = useTexts(filterTexts)
  const { summary } = usePlace()
  const box = useRef<HTMLDivElement>(null)
  const width = useRoom(box)?.width ?? 0
  const query = useQueryText(filter, props.onChange)
  const [recent, remember] = useRecentSearches(summary.path)
  const tokens = tokensOf(filter)
  const change = (next: SignInFilter) => {
    props.onChange(next)
    input.current?.focus()
  }
  return (
    <search className="flt-bar" data-region="query">
      {props.before}
      <QueryBox
        filter={filter}
        query={query}
        input={input}
        box={box}
        end={<QueryHelp onTry={(example) => query.write(example, true)} />}
        onTakeToken={() => {
          const last = tokens.at(-1)
          if (last !== undefined) change(without(filter, last))
        }}
        onDone={() => {
          if (query.reading?.problem === null) remember({ query: query.text, zone: query.zone })
        }}
        onLeave={props.onLeave}
      >
        <TokenRow filter={filter} width={width} onChange={change} />
      </QueryBox>
      {!isEmptyFilter(filter) && (
        <Button look="ghost" icon="close" className="flt-clear" onClick={props.onClear}>
          {texts.clear}
        </Button>
      )}
      <output className={props.busy ? 'flt-count flt-count-busy' : 'flt-count'} aria-live="polite">
        {view !== null && (
          <>
            {texts.countBefore(countText(view.total))}
            <b>{countText(view.matched)}</b>
            {texts.countAfter(countText(view.total))}
          </>
        )}
      </output>
      <PeriodButton filter={filter} onChange={props.onChange} />
      <SearchesMenu filter={filter} recent={recent} onOpen={props.onChange} />
      {props.children}
    </search>
  )
}
