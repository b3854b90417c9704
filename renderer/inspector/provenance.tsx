import { useState } from 'react'
import type { Sighting, SignInDetail } from '../../shared/domain/sign-in.ts'
import { inspectorTexts } from '../../shared/messages/inspector.ts'
import { sourceStatusWords } from '../../shared/messages/words.ts'
import { countText } from '../settings/numbers.ts'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { useShowInFolder } from '../shell/use-show-in-folder.ts'
import { Icon } from '../ui/icon.tsx'
import { Tag } from '../ui/pill.tsx'
import { visibleText } from '../ui/visible-text.ts'
import { Part } from './part.tsx'

const FIRST_PLACES = 5

/** Where the record was found: file, place in it, and the hashes by which another person finds the same bytes. */
export function Provenance(props: { readonly detail: SignInDetail; onCopy(): void }) {
  const { detail } = props
  const texts = useTexts(inspectorTexts)
  const [all, setAll] = useState(false)
  const places = all ? detail.sightings : detail.sightings.slice(0, FIRST_PLACES)
  const left = detail.sightings.length - places.length
  return (
    <Part
      id="source"
      title={texts.sourceTitle}
      aside={
        <button type="button" className="insp-link" onClick={props.onCopy}>
          <Icon name="copy" size={12} />
          {texts.copyReference}
        </button>
      }
    >
      {places.map((place, index) => (
        <Place
          key={`${place.sourceId} ${place.recordNumber}`}
          place={place}
          title={
            detail.sightings.length > 1
              ? texts.sighting(countText(index + 1), countText(detail.sightings.length))
              : null
          }
        />
      ))}
      {left > 0 && (
        <button type="button" className="insp-link" onClick={() => setAll(true)}>
          {texts.moreSightings(countText(left))}
        </button>
      )}
      <dl className="insp-facts insp-source">
        <Hash name={texts.recordSha} sha={detail.rawSha256} />
      </dl>
    </Part>
  )
}

function Place(props: { readonly place: Sighting; readonly title: string | null }) {
  const { place } = props
  const texts = useTexts(inspectorTexts)
  const language = useLanguage()
  const show = useShowInFolder()
  return (
    <>
      {props.title !== null && <h3>{props.title}</h3>}
      <dl className="insp-facts insp-source">
        <dt>{texts.file}</dt>
        <dd>
          <code className="insp-path" title={visibleText(place.path)}>
            {visibleText(place.shownPath)}
          </code>
          <button type="button" className="insp-link" onClick={() => show(place.path)}>
            {texts.showInFolder}
          </button>
        </dd>
        {place.status !== 'read' && (
          <>
            <dt>{texts.status}</dt>
            <dd>
              <Tag tone="warn">{sourceStatusWords[language][place.status]}</Tag> {texts.partial}
            </dd>
          </>
        )}
        <dt>{texts.recordNumber}</dt>
        <dd>
          {texts.recordPlace(
            countText(place.recordNumber),
            countText(place.recordsInSource),
            countText(place.byteStart),
            countText(place.byteEnd - 1),
          )}
        </dd>
        {place.encoding !== 'plain' && (
          <>
            <dt>{texts.standsAs}</dt>
            <dd>{texts.stands(place.encoding)}</dd>
          </>
        )}
        <Hash name={texts.fileSha} sha={place.sha256} />
        {place.contentSha256 !== place.sha256 && <Hash name={texts.contentSha} sha={place.contentSha256} />}
      </dl>
    </>
  )
}

/** A hash in groups of four, over two lines, so that two people can read it to each other. */
function Hash(props: { readonly name: string; readonly sha: string | null }) {
  const texts = useTexts(inspectorTexts)
  const { sha } = props
  return (
    <>
      <dt className="insp-wide">{props.name}</dt>
      <dd className="insp-wide">
        {sha === null ? (
          <i>{texts.noSha}</i>
        ) : (
          <code className="insp-sha">
            <span>{groups(sha.slice(0, 32))}</span>
            <span>{groups(sha.slice(32))}</span>
          </code>
        )}
      </dd>
    </>
  )
}

function groups(hex: string): string {
  return hex.replaceAll(/(.{4})(?=.)/g, '$1 ')
}
