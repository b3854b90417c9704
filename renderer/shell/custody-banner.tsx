import { useState } from 'react'
import { SCHEMA_TABLE } from '../../shared/domain/seal.ts'
import { packageScreenTexts } from '../../shared/messages/package-screen.ts'
import { custodyProblemWords } from '../../shared/messages/seal.ts'
import { useCall } from '../backend.tsx'
import { countText } from '../settings/numbers.ts'
import { useLanguage, useTexts } from '../settings/settings.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { visibleText } from '../ui/visible-text.ts'

/** Above every screen when the log does not hold, or another program changed the case after its seal. */
export function CustodyBanner() {
  const texts = useTexts(packageScreenTexts)
  const language = useLanguage()
  const { data } = useCall('custody.state', undefined)
  const [hidden, setHidden] = useState(false)
  if (data === undefined || hidden) return null
  const { check, onOpening } = data
  const changed = onOpening?.changed ?? []
  if (check.intact && changed.length === 0) return null
  return (
    <div className="custody-banner" role="alert">
      <Icon name="warning" size={16} tone="fail" />
      <div className="custody-banner-text">
        {!check.intact && (
          <p>
            <b>{texts.brokenTitle}</b>{' '}
            {check.firstBroken === null ? texts.empty : texts.broken(countText(check.firstBroken))}{' '}
            {check.problem !== null && custodyProblemWords[language][check.problem]}
          </p>
        )}
        {changed.length > 0 && (
          <p>
            <b>{texts.changedTitle}</b>{' '}
            {changed
              .map(({ table, sealedRows, rows, where }) => {
                const places = visibleText(where.join(', '))
                return table === SCHEMA_TABLE
                  ? texts.schemaPart(places)
                  : texts.changedPart(visibleText(table), countText(sealedRows), countText(rows), places)
              })
              .join('; ')}
          </p>
        )}
        <p>{texts.changedAdvice}</p>
      </div>
      <Button size="small" onClick={() => setHidden(true)}>
        {texts.hide}
      </Button>
    </div>
  )
}
