import type { Coverage } from '../../../shared/domain/coverage.ts'
import type { Language } from '../../../shared/domain/units.ts'
import { coverageTexts } from '../../../shared/messages/coverage.ts'
import { coverageScreenTexts } from '../../../shared/messages/coverage-screen.ts'
import { regionsOfAccounts } from '../../../shared/messages/regions-of-accounts.ts'
import { countText } from '../../settings/numbers.ts'

/** What a person must know before relying on the map, the weightiest first. */
export function coverageWarnings(coverage: Coverage, language: Language): string[] {
  const texts = coverageTexts[language]
  const { comma } = coverageScreenTexts[language]
  const absent = coverage.signInRegions.filter(({ present }) => !present).map(({ region }) => region)
  const { missing } = coverage.hours
  const ofAccounts = regionsOfAccounts(coverage.signInRegions, { comma, more: texts.accountsMore })
  return [
    ...(missing > 0 ? [texts.hoursMissing(countText(missing))] : []),
    ...(coverage.missingFiles > 0 ? [texts.filesMissing(countText(coverage.missingFiles))] : []),
    ...(coverage.damagedFiles > 0 ? [texts.filesDamaged(countText(coverage.damagedFiles))] : []),
    ...(coverage.unreadDigests > 0 ? [texts.digestsUnread(countText(coverage.unreadDigests))] : []),
    ...(absent.length > 0 ? [texts.regionsAbsent(absent.join(comma))] : []),
    ...(ofAccounts === '' ? [] : [texts.regionsOfAccounts(ofAccounts)]),
    ...(coverage.unplacedFiles > 0 ? [texts.filesUnplaced(countText(coverage.unplacedFiles))] : []),
    ...(coverage.digestFiles === 0 ? [texts.noDigests] : []),
  ]
}
