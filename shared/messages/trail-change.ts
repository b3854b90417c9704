import type { GapCause, TrailChangeRole, TrailMatch } from '../domain/trail-change.ts'
import type { Language } from '../domain/units.ts'
import { catalogue } from './catalogue.ts'

/** What a change of a trail means for a gap beside it. */
export const trailChangeRoleWords: Record<Language, Record<TrailChangeRole, string>> = {
  en: {
    stops: 'stops logging or validation',
    resumes: 'starts logging or validation',
    other: 'another change of the trail',
    failed: 'failed, nothing was changed',
  },
  ja: {
    stops: '記録または検証の停止',
    resumes: '記録または検証の開始',
    other: '証跡のその他の変更',
    failed: '失敗（変更なし）',
  },
}

/** Why a change is taken to belong to the trail of a gap. */
export const trailMatchWords: Record<Language, Record<TrailMatch, string>> = {
  en: {
    'same-trail': 'same account and trail',
    'trail-not-stated': 'same account, the record names no trail',
    'other-account': 'trail of the same name in another account, as an organization has it',
  },
  ja: {
    'same-trail': 'アカウントと証跡が一致',
    'trail-not-stated': 'アカウントが一致（レコードに証跡名なし）',
    'other-account': '別アカウントの同名の証跡（組織の証跡の可能性）',
  },
}

/** Sentences about gaps and the changes of trails around them. */
export const gapTexts = catalogue({
  en: {
    gap: (account: string, region: string, trail: string, from: string, to: string) =>
      `No digest file covers ${account} ${region} ${trail} between ${from} and ${to}`,
    missing: 'digest files are missing',
    restart: 'validation or logging was off',
    explained: 'These records of the import show a change that stops logging or validation:',
    related: 'No record of the import shows what stopped it. Changes of the trail around that time:',
    unexplained: 'No record of the import explains it.',
    unknown: 'not stated',
    reach: 'A change is linked to a gap when it lies in it or at most one hour before or after it.',
    changes: (count: string) =>
      count === '1'
        ? '1 record of a changed trail is in the import.'
        : `${count} records of changed trails are in the import.`,
  },
  ja: {
    gap: (account: string, region: string, trail: string, from: string, to: string) =>
      `${account} ${region} ${trail} の ${from} から ${to} までを対象とするダイジェストファイルがありません`,
    missing: 'ダイジェストファイルの欠落',
    restart: '検証または記録の停止期間',
    explained: '記録または検証を停止した変更が、取り込んだレコードにあります。',
    related: '停止の原因を示すレコードは取り込みにありません。前後の証跡の変更は次のとおりです。',
    unexplained: '原因を示すレコードは取り込みにありません。',
    unknown: '記載なし',
    reach: '空白期間内、またはその前後 1 時間以内の変更を関連付けています。',
    changes: (count: string) => `証跡の変更を示すレコードが ${count} 件取り込まれています。`,
  },
})

/** Which sentence a gap gets. */
export function gapVerdict({ changes }: GapCause): 'explained' | 'related' | 'unexplained' {
  if (changes.some(({ role }) => role === 'stops')) return 'explained'
  return changes.length > 0 ? 'related' : 'unexplained'
}
