import type { KnownProblem } from '../domain/known.ts'
import { catalogue } from './catalogue.ts'

interface KnownTexts {
  readonly menu: string
  readonly title: string
  readonly networks: string
  readonly names: string
  readonly data: string
  readonly view: string
  readonly networksLead: string
  readonly namesLead: string
  readonly dataLead: string
  readonly network: string
  readonly label: string
  readonly trusted: string
  readonly notTrusted: string
  readonly kind: string
  readonly value: string
  readonly name: string
  readonly account: string
  readonly address: string
  readonly add: string
  readonly save: string
  readonly cancel: string
  readonly edit: (what: string) => string
  readonly remove: (what: string) => string
  readonly noNetworks: string
  readonly noNames: string
  readonly notNetwork: string
  readonly onList: string
  readonly notAccount: string
  readonly notAddress: string
  readonly notName: string
  readonly importFile: string
  readonly exportFile: string
  readonly exported: (rows: string) => string
  readonly imported: (added: string, changed: string, unchanged: string) => string
  readonly refused: (line: string, problem: KnownProblem) => string
  readonly refusedMore: (count: string) => string
  readonly undo: string
  readonly removed: (what: string) => string
  readonly addData: string
  readonly ownFile: string
  readonly shipped: string
  readonly holdsCountry: string
  readonly holdsNetwork: string
  readonly asOf: (date: string) => string
  readonly noDate: string
  readonly badFile: string
  readonly renewed: (count: string) => string
  readonly done: string
}

const PROBLEMS_EN: Record<KnownProblem, string> = {
  kind: 'the kind is none of network, address, account',
  value: 'the value is no such network, address or account',
  name: 'there is no name, or it is too long',
  trusted: '“trusted” is neither yes nor no',
  repeated: 'the value stood in an earlier line',
}
const PROBLEMS_JA: Record<KnownProblem, string> = {
  kind: '種類が network、address、account のいずれでもありません',
  value: 'ネットワーク、アドレス、アカウントとして読み取れません',
  name: '名前がないか、長すぎます',
  trusted: 'trusted が yes でも no でもありません',
  repeated: '前の行に同じ値があります',
}

/** The examiner's own networks and names, and the data sets of addresses. */
export const knownTexts = catalogue<KnownTexts>({
  en: {
    menu: 'Networks and names',
    title: 'Networks and names',
    networks: 'Networks',
    names: 'Names',
    data: 'Address data',
    view: 'List',
    networksLead: 'Networks that you know. A trusted one is where sign-ins are expected from.',
    namesLead: 'Your own names for accounts and addresses. They stand beside the value, never in its place.',
    dataLead:
      'Countries and networks come from these files on this computer, the upper ones first. They are approximate.',
    network: 'Network',
    label: 'Label',
    trusted: 'Trusted',
    notTrusted: 'Not trusted',
    kind: 'Kind',
    value: 'Value',
    name: 'Name',
    account: 'Account',
    address: 'Address',
    add: 'Add',
    save: 'Save',
    cancel: 'Cancel',
    edit: (what) => `Change ${what}`,
    remove: (what) => `Remove ${what}`,
    noNetworks: 'No network on the list',
    noNames: 'No name on the list',
    notNetwork: 'Write a network such as 203.0.113.0/24 or 2001:db8::/32.',
    onList: 'This network is on the list already.',
    notAccount: 'An account number has twelve digits.',
    notAddress: 'Write an IP address as it stands in the records.',
    notName: 'A name is missing.',
    importFile: 'Read CSV',
    exportFile: 'Save CSV',
    exported: (rows) => `${rows} lines saved`,
    imported: (added, changed, unchanged) => `${added} added, ${changed} changed, ${unchanged} as before`,
    refused: (line, problem) => `Line ${line} was left out: ${PROBLEMS_EN[problem]}.`,
    refusedMore: (count) => `${count} more lines were left out.`,
    undo: 'Undo',
    removed: (what) => `${what} removed`,
    addData: 'Add MMDB file',
    ownFile: 'own file',
    shipped: 'comes with Trailcase',
    holdsCountry: 'Country',
    holdsNetwork: 'Network',
    asOf: (date) => `as of ${date}`,
    noDate: 'no date stated',
    badFile: 'This file cannot be used and is left out.',
    renewed: (count) => `${count} addresses looked up again`,
    done: 'Done',
  },
  ja: {
    menu: 'ネットワークと名前',
    title: 'ネットワークと名前',
    networks: 'ネットワーク',
    names: '名前',
    data: 'アドレスのデータ',
    view: '一覧',
    networksLead: '把握しているネットワークです。信頼するものは、サインインが想定される接続元です。',
    namesLead: 'アカウントとアドレスに付けた名前です。値の横に表示し、値の代わりにはしません。',
    dataLead:
      '国とネットワークはこのコンピューター上の次のファイルから、上から順に調べます。おおよその値です。',
    network: 'ネットワーク',
    label: '表示名',
    trusted: '信頼する',
    notTrusted: '信頼しない',
    kind: '種類',
    value: '値',
    name: '名前',
    account: 'アカウント',
    address: 'アドレス',
    add: '追加',
    save: '保存',
    cancel: 'キャンセル',
    edit: (what) => `${what} を変更`,
    remove: (what) => `${what} を削除`,
    noNetworks: '登録されたネットワークはありません',
    noNames: '登録された名前はありません',
    notNetwork: '203.0.113.0/24 や 2001:db8::/32 のように入力してください。',
    onList: 'このネットワークは登録済みです。',
    notAccount: 'アカウント番号は 12 桁の数字です。',
    notAddress: '記録にあるとおりの IP アドレスを入力してください。',
    notName: '名前がありません。',
    importFile: 'CSV の読み取り',
    exportFile: 'CSV に保存',
    exported: (rows) => `${rows} 行を保存しました`,
    imported: (added, changed, unchanged) => `追加 ${added} 件、変更 ${changed} 件、変更なし ${unchanged} 件`,
    refused: (line, problem) => `${line} 行目は読み取りませんでした：${PROBLEMS_JA[problem]}。`,
    refusedMore: (count) => `ほかに ${count} 行を読み取りませんでした。`,
    undo: '元に戻す',
    removed: (what) => `${what} を削除しました`,
    addData: 'MMDB ファイルの追加',
    ownFile: '追加したファイル',
    shipped: 'Trailcase に付属',
    holdsCountry: '国',
    holdsNetwork: 'ネットワーク',
    asOf: (date) => `${date} 時点`,
    noDate: '日付の記載なし',
    badFile: 'このファイルは使用できないため、除外しています。',
    renewed: (count) => `${count} 件のアドレスを照会し直しました`,
    done: '閉じる',
  },
})
