import type { Coverage } from '../../../shared/domain/coverage.ts'
import { coverageScreenTexts } from '../../../shared/messages/coverage-screen.ts'
import { useTexts } from '../../settings/settings.tsx'
import { Icon } from '../../ui/icon.tsx'

/** The regions that hold sign-ins of the global endpoint, and whether the import has something of them. */
export function SignInRegions({ coverage }: { readonly coverage: Coverage }) {
  const texts = useTexts(coverageScreenTexts)
  return (
    <section className="evd-regions">
      <h2>{texts.signInRegions}</h2>
      <ul>
        {coverage.signInRegions.map(({ region, present, without }) => {
          const isWhole = present && without.length === 0
          return (
            <li key={region} className={isWhole ? undefined : 'evd-absent'}>
              <Icon name={isWhole ? 'outcome-success' : 'warning'} size={13} tone={isWhole ? 'ok' : 'warn'} />
              {region}
              {!present && <small>{texts.regionAbsent}</small>}
              {present && !isWhole && (
                <small title={without.join(texts.comma)}>{texts.regionNotOfAll(without.length)}</small>
              )}
              {isWhole && <span className="sr-only">{texts.regionPresent}</span>}
            </li>
          )
        })}
      </ul>
      {coverage.signInRegions.every(({ present, without }) => present && without.length === 0) && (
        <span>{texts.allRegions}</span>
      )}
    </section>
  )
}
