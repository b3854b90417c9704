import type { CUSTODY_PROBLEMS } from '../domain/custody.ts'
import type { SEAL_STATES } from '../domain/seal.ts'
import type { Language } from '../domain/units.ts'
import { catalogue } from './catalogue.ts'

/** Why the first broken entry of the log does not check. */
export const custodyProblemWords: Record<Language, Record<(typeof CUSTODY_PROBLEMS)[number], string>> = {
  en: {
    hash: 'Its hash is not that of its fields: a field of it was changed.',
    number: 'Its number does not follow: an entry before it was removed.',
    link: 'It does not follow the entry before it: one of the two was replaced.',
  },
  ja: {
    hash: 'ハッシュが各欄の内容と一致しません。いずれかの欄が変更されています。',
    number: '番号が続いていません。これより前の項目が削除されています。',
    link: '直前の項目とつながりません。どちらかの項目が差し替えられています。',
  },
}

/** How a case stands against its last seal. */
export const sealStateWords: Record<Language, Record<(typeof SEAL_STATES)[number], string>> = {
  en: {
    sealed: 'The case is sealed.',
    open: 'The case is not sealed: it is open in a program, or that program ended before it could seal. This alone is no sign of a change from outside; a log whose end was cut off looks the same.',
    unsealed: 'The case was closed without a seal, which its log says.',
  },
  ja: {
    sealed: '案件は封印されています。',
    open: '案件は封印されていません。プログラムで開いているか、封印の前にプログラムが終了しました。これだけでは外部からの変更を示すものではありませんが、記録の末尾が切り取られた場合も同じ状態になります。',
    unsealed: '案件は封印せずに閉じられました。その旨は記録にあります。',
  },
}

/** Sentences on the log and the seal; numbers come as text. */
export const sealTexts = catalogue({
  en: {
    logHolds: (entries: string) =>
      `The custody log holds: the numbers, links and hashes of all ${entries} entries are right.`,
    logEmpty: 'The custody log is empty, although every case begins with an entry: the file was changed.',
    logBroken: (entry: string, named: string) =>
      `The custody log does not hold. Entry ${entry} (${named}) is the first that does not check; those before it are sound.`,
    clockBack: (entry: string) =>
      `Entry ${entry} is dated before the entry before it: a clock was set back or was wrong. The order of the entries holds by their numbers and hashes, not by their times.`,
    lastSeal: (entry: string, hash: string) => `Last seal, entry ${entry}: ${hash}`,
    changed: (table: string, sealed: string, now: string, where: string) =>
      `Changed by another program since that seal: ${table}, ${sealed} rows when sealed, ${now} now${where === '' ? '' : `; rows ${where}`}.`,
    schemaChanged: (where: string) =>
      `Changed by another program since that seal: what the case file is built of (${where}).`,
    nothingChanged: 'What was compared with that seal is as it was sealed.',
    notCompared: (tables: string) => `Not compared in full: ${tables}.`,
    seenBefore: (entry: string) =>
      `Entry ${entry} found the case changed by another program since its seal; look at that entry.`,
    expectedFound: (entry: string, since: string) =>
      `The expected seal is entry ${entry} of this log; ${since} entries follow it.`,
    expectedMissing:
      'The expected seal is no entry of this log: this is another case, or its log was replaced.',
  },
  ja: {
    logHolds: (entries: string) =>
      `証拠保全の記録に不整合はありません。全 ${entries} 件の番号、つながり、ハッシュは正しいものです。`,
    logEmpty: '証拠保全の記録が空です。案件には必ず最初の項目があるため、ファイルが変更されています。',
    logBroken: (entry: string, named: string) =>
      `証拠保全の記録に不整合があります。最初の不整合は項目 ${entry}（${named}）です。それより前の項目は正しいものです。`,
    clockBack: (entry: string) =>
      `項目 ${entry} の日時は直前の項目より前です。時計が戻されたか、誤っていました。項目の順序は日時ではなく、番号とハッシュで確認しています。`,
    lastSeal: (entry: string, hash: string) => `最後の封印（項目 ${entry}）：${hash}`,
    changed: (table: string, sealed: string, now: string, where: string) =>
      `封印の後に別のプログラムが変更：${table}（封印時 ${sealed} 行、現在 ${now} 行${where === '' ? '' : `、行 ${where}`}）。`,
    schemaChanged: (where: string) => `封印の後に別のプログラムが変更：案件ファイルの構造（${where}）。`,
    nothingChanged: '封印と照合した範囲に変更はありません。',
    notCompared: (tables: string) => `全体を照合していない表：${tables}。`,
    seenBefore: (entry: string) =>
      `項目 ${entry} の時点で、封印の後に別のプログラムが行った変更が見つかっています。その項目を確認してください。`,
    expectedFound: (entry: string, since: string) =>
      `指定の封印はこの記録の項目 ${entry} です。その後に ${since} 件の項目があります。`,
    expectedMissing: '指定の封印はこの記録にありません。別の案件か、記録が差し替えられたファイルです。',
  },
})
