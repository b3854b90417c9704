import type { SignInRow } from '../../shared/domain/sign-in.ts'
import { timelineTexts } from '../../shared/messages/timeline.ts'
import { useKnown } from '../known/known-lists.tsx'
import { useTexts } from '../settings/settings.tsx'
import { CountryChip } from '../ui/country-chip.tsx'
import { visibleText } from '../ui/visible-text.ts'
import { Cell } from './cell.tsx'

/**
 * Where from: the address as the record has it, its country, the examiner's own name for it, and the region that
 * recorded it.
 */
export function WhereCell(props: { readonly row: SignInRow }) {
  const texts = useTexts(timelineTexts)
  const known = useKnown()
  const { sourceIp, region, country } = props.row
  const network = known.networkOf(sourceIp)
  const name = known.nameOf('address', sourceIp)
  const facts = [sourceIp, name, network?.label, country, region].filter(Boolean)
  return (
    <Cell className="tl-where" title={visibleText(facts.join('\u2003'))}>
      <span className={sourceIp === null ? 'tl-muted' : undefined}>
        {visibleText(sourceIp ?? texts.notStated)}
      </span>
      <CountryChip country={country} trusted={network?.trusted === true} />
      {name !== null && <em>{visibleText(name)}</em>}
      {region !== null && <small>{visibleText(region)}</small>}
    </Cell>
  )
}

// Only in rows, where every pixel counts; the inspector has the whole word.
const SHORT_SYSTEMS: Readonly<Record<string, string>> = { Windows: 'Win', macOS: 'Mac' }

/** Short name of an operating system: `Windows 8.1` reads `Win 8.1`. */
export function shortSystem(system: string): string {
  const [first = '', ...rest] = system.split(' ')
  const short = Object.hasOwn(SHORT_SYSTEMS, first) ? SHORT_SYSTEMS[first] : undefined
  return [short ?? first, ...rest].join(' ')
}

/** How: browser or tool with its system. A user agent that nobody knows is shown as it stands. */
export function HowCell(props: { readonly row: SignInRow }) {
  const texts = useTexts(timelineTexts)
  const { agentName, agentSystem, userAgent } = props.row
  const known = agentName ?? userAgent
  return (
    <Cell className="tl-how" title={userAgent === null ? undefined : visibleText(userAgent)}>
      <span className={known === null ? 'tl-muted' : undefined}>{visibleText(known ?? texts.notStated)}</span>
      {agentSystem !== null && <small>{visibleText(shortSystem(agentSystem))}</small>}
    </Cell>
  )
}
