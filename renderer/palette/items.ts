import {
  emptyFilter,
  type FacetName,
  HIDDEN_NAME,
  NOT_STATED,
  type SignInFilter,
} from '../../shared/domain/filter.ts'
import type { Language } from '../../shared/domain/units.ts'
import { filterTexts } from '../../shared/messages/filter.ts'
import { paletteTexts } from '../../shared/messages/palette.ts'
import { ruleWords } from '../../shared/messages/rule-words.ts'
import { eventWord } from '../../shared/messages/words.ts'
import { countText } from '../settings/numbers.ts'
import type { IconName } from '../ui/icon.tsx'
import { beginning, visibleText } from '../ui/visible-text.ts'
import { type Marks, ranked } from './fuzzy.ts'
import type { Found, useKeptThings } from './use-found.ts'

/** One line of the palette. */
export interface Item {
  readonly id: string
  readonly group: 'filter' | 'go' | 'saved' | 'do'
  readonly icon: IconName
  readonly label: string
  readonly also?: string | undefined
  readonly marks: Marks
  /** Said beside the label: a count, an author, what kind of thing it is. */
  readonly aside?: string
  readonly keys?: readonly string[]
  /** False for a line that only says something. */
  readonly isOpenable: boolean
  run(): void
}

/** What choosing an item can do. */
export interface Doing {
  readonly filter: SignInFilter
  setFilter(filter: SignInFilter, what: string): void
  showEvent(id: number): void
  showFinding(id: number): void
}

const MOST = 4
const NOTE_SHOWN = 60

type Draft = Omit<Item, 'marks' | 'isOpenable'> & { readonly isOpenable?: boolean }

function best(query: string, drafts: readonly Draft[], most: number): Item[] {
  return ranked(query, drafts)
    .slice(0, most)
    .map((item) => ({ isOpenable: true, ...item }))
}

/** Filters by values that contain the text: each once to include and once to exclude. */
export function valueItems(query: string, found: Found, doing: Doing, language: Language): Item[] {
  if (query.trim().length < 2) return []
  const texts = paletteTexts[language]
  const values = found.values
    .flatMap(({ facet, values: list }) =>
      list
        .filter(({ count }) => count > 0)
        .map((value) => ({ facet, ...value, shown: shownValue(facet, value.key, value.name, language) })),
    )
    .sort((a, b) => b.count - a.count)
  const choose = (facet: FacetName, key: string, not: boolean, what: string) => () => {
    const others = doing.filter.chosen.filter((one) => one.facet !== facet || (one.key === key ? false : not))
    doing.setFilter({ ...doing.filter, chosen: [...others, { facet, key, not }] }, what)
  }
  const line = (value: (typeof values)[number], not: boolean): Draft => {
    const label = not ? texts.except(value.shown) : texts.only(value.shown)
    const kind = texts.facets[value.facet]
    return {
      id: `${not ? 'except' : 'only'} ${value.facet} ${value.key}`,
      group: 'filter',
      icon: not ? 'minus' : 'filter',
      label,
      aside: not ? kind : `${kind}${texts.comma}${texts.events(countText(value.count))}`,
      run: choose(value.facet, value.key, not, label),
    }
  }
  const drafts = values.slice(0, MOST).flatMap((value) => [line(value, false), line(value, true)])
  return drafts.map((draft) => ({
    isOpenable: true,
    ...draft,
    marks: ranked(query, [draft])[0]?.marks ?? [],
  }))
}

function shownValue(facet: FacetName, key: string, name: string | null, language: Language): string {
  const words = filterTexts[language]
  if (key === NOT_STATED) return words.notStated
  if (key === HIDDEN_NAME) return words.hidden
  if (facet === 'event') return visibleText(eventWord(language, key))
  return beginning(visibleText(name ?? key), 80)
}

/** An event by its whole ID, notes and findings that match the text. */
export function goItems(
  query: string,
  found: Found,
  kept: ReturnType<typeof useKeptThings>,
  doing: Doing,
  language: Language,
): Item[] {
  const texts = paletteTexts[language]
  const text = query.trim()
  if (text.length < 2) return []
  const events = (found.events ?? []).map(
    (id): Item => ({
      id: `event ${id}`,
      group: 'go',
      icon: 'hash',
      label: texts.event(found.text.trim()),
      marks: [],
      isOpenable: true,
      run: () => doing.showEvent(id),
    }),
  )
  const notes = kept.notes.map(
    (note): Draft => ({
      id: `note ${note.id}`,
      group: 'go',
      icon: 'note',
      label: texts.note(beginning(visibleText(note.text.replace(/\s+/gu, ' ')), NOTE_SHOWN)),
      also: note.text,
      aside: note.author,
      run: () => doing.showEvent(note.signInId),
    }),
  )
  const findings = kept.findings.map(
    (finding): Draft => ({
      id: `finding ${finding.id}`,
      group: 'go',
      icon: 'severity-open',
      label: ruleWords[language][finding.rule].title,
      also: `${finding.subject ?? ''} ${ruleWords[language === 'en' ? 'ja' : 'en'][finding.rule].title}`,
      aside: [texts.finding, visibleText(finding.subject ?? '')].filter(Boolean).join(texts.comma),
      run: () => doing.showFinding(finding.id),
    }),
  )
  return [...events, ...best(query, findings, MOST), ...best(query, notes, MOST)]
}

/** Saved searches by name or by what they ask. */
export function savedItems(query: string, kept: ReturnType<typeof useKeptThings>, doing: Doing): Item[] {
  const drafts = kept.searches.map(
    (search): Draft => ({
      id: `search ${search.id}`,
      group: 'saved',
      icon: 'save',
      label: visibleText(search.name),
      also: search.query,
      aside: beginning(visibleText(search.query), 60),
      run: () => doing.setFilter({ ...emptyFilter, query: search.query, zone: search.zone }, search.name),
    }),
  )
  return best(query, drafts, MOST)
}

/** Screens and commands. */
export function commandItems(query: string, commands: readonly Draft[]): Item[] {
  return best(query, commands, query.trim() === '' ? commands.length : MOST * 2)
}
