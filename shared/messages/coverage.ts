import type { CoverageState } from '../domain/coverage.ts'
import type { Language } from '../domain/units.ts'
import { catalogue } from './catalogue.ts'

/** What the import holds of an hour or a day. */
export const coverageStateWords: Record<Language, Record<CoverageState, string>> = {
  en: {
    covered: 'covered',
    empty: 'empty, stated by digest',
    missing: 'missing',
    damaged: 'damaged',
    'not-imported': 'not part of the import',
  },
  ja: {
    covered: 'あり',
    empty: '空（ダイジェストで確認）',
    missing: '欠落',
    damaged: '破損',
    'not-imported': '取り込み対象外',
  },
}

/** Notes beside the map of what the files cover. */
export const coverageTexts = catalogue({
  en: {
    regionsAbsent: (regions: string) =>
      `No file of ${regions} is in the import. AWS records sign-ins at the global endpoint there, so some may be absent.`,
    accountsMore: (count: number) => `${count} more`,
    regionsOfAccounts: (regions: string) =>
      `Some accounts lack what others have: ${regions}. Sign-ins of one account are not in the files of another.`,
    hoursMissing: (hours: string) =>
      hours === '1'
        ? 'In 1 hour, digest files show that something is missing.'
        : `In ${hours} hours, digest files show that something is missing.`,
    filesMissing: (files: string) =>
      files === '1'
        ? '1 log file is listed in a digest file and is not in the import.'
        : `${files} log files are listed in digest files and are not in the import.`,
    filesDamaged: (files: string) =>
      files === '1'
        ? '1 log file is damaged or differs from its digest file.'
        : `${files} log files are damaged or differ from their digest files.`,
    digestsUnread: (files: string) =>
      files === '1'
        ? '1 digest file could not be read; what it covers is not on the map.'
        : `${files} digest files could not be read; what they cover is not on the map.`,
    filesUnplaced: (files: string) =>
      files === '1'
        ? '1 file with sign-ins says by its name neither region nor time of delivery and is not on the map.'
        : `${files} files with sign-ins say by their names neither region nor time of delivery and are not on the map.`,
    noDigests:
      'The import holds no digest file. Hours without log files may have been empty, or their files may be missing.',
  },
  ja: {
    regionsAbsent: (regions: string) =>
      `${regions} のファイルが取り込みにありません。グローバルエンドポイントでのサインインはこれらのリージョンに記録されるため、一部が含まれていない可能性があります。`,
    accountsMore: (count: number) => `ほか ${count} 件`,
    regionsOfAccounts: (regions: string) =>
      `一部のアカウントについて、ほかのアカウントにはあるリージョンのファイルがありません：${regions}。あるアカウントのサインインは、ほかのアカウントのファイルには記録されません。`,
    hoursMissing: (hours: string) => `${hours} 時間分の欠落がダイジェストファイルから確認できます。`,
    filesMissing: (files: string) =>
      `ダイジェストファイルに記載のあるログファイル ${files} 件が取り込みにありません。`,
    filesDamaged: (files: string) =>
      `破損しているか、ダイジェストファイルの記載と異なるログファイルが ${files} 件あります。`,
    digestsUnread: (files: string) =>
      `読み取れないダイジェストファイルが ${files} 件あります。その範囲は図に含まれません。`,
    filesUnplaced: (files: string) =>
      `サインインを含むファイル ${files} 件は、名前からリージョンと配信時刻が分からないため図に含まれません。`,
    noDigests:
      'ダイジェストファイルがありません。ログファイルのない時間は、記録がなかったのか、ファイルが欠けているのか判断できません。',
  },
})
