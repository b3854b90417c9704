import { type Catalogue, catalogue } from './catalogue.ts'
import type { RuleWords } from './rule-words-shape.ts'

type Ids =
  | 'countries-iam'
  | 'countries-any'
  | 'new-country'
  | 'outside-trusted'
  | 'several-addresses'
  | 'new-user'
  | 'new-address'
  | 'new-agent'
  | 'new-region'

const approximateEn = 'The country of an address is approximate; an address without a country is left out.'
const approximateJa = 'アドレスの国はおおよそのものです。国の分からないアドレスは除いています。'
const knownEn = 'Needs five earlier sign-ins of that person in the archive.'
const knownJa = 'その人の、以前のサインインが 5 件以上必要です。'

export const placeRuleWords: Catalogue<Record<Ids, RuleWords>> = catalogue<Record<Ids, RuleWords>>({
  en: {
    'countries-iam': {
      title: 'IAM user in two countries within an hour',
      looks: 'Successful console sign-ins of one IAM user from 2 or more countries within 60 minutes.',
      reason: 'Nobody travels that fast: two people use one password.',
      harmless: 'A VPN that is switched on or off.',
      blind: approximateEn,
    },
    'countries-any': {
      title: 'One person in two countries within an hour',
      looks:
        'Successful sign-ins of one role session, Identity Center user or root from 2 or more countries within 60 minutes.',
      reason: 'Two people use one account, or a session was taken over.',
      harmless: 'A VPN. A company network that leaves in another country.',
      blind: approximateEn,
    },
    'new-country': {
      title: 'First country for this person',
      looks: 'A successful sign-in from a country from which this person never signed in before.',
      reason: 'With the rest of the day it tells whether it was a journey or a stranger.',
      harmless: 'Journeys, a new VPN.',
      blind: `${knownEn} ${approximateEn}`,
    },
    'outside-trusted': {
      title: 'Signed in from outside the trusted networks',
      looks: 'A successful sign-in from an address in none of the networks that are marked as trusted.',
      reason: 'Where people must come from the office, everything else is to be explained.',
      harmless: 'Work at home, journeys.',
    },
    'several-addresses': {
      title: 'Two addresses within five minutes',
      looks:
        'Successful console sign-ins of one person from more than one address within 5 minutes, over the whole case.',
      reason: 'Two devices, or two people.',
      harmless: 'A phone beside a desk. A change between IPv4 and IPv6.',
    },
    'new-user': {
      title: 'First console sign-in of a user',
      looks:
        'The first successful console sign-in of a person, when the archive reaches back 30 days or more before it.',
      reason: 'A user who was made for the purpose, or one that slept.',
      harmless: 'New staff.',
      blind: 'A person who signed in before the archive begins seems new.',
    },
    'new-address': {
      title: 'First address for this person',
      looks: 'A successful sign-in from an address from which this person never signed in before.',
      reason: 'Small alone, telling beside another finding.',
      harmless: 'Addresses at home and on the road change often.',
      blind: knownEn,
    },
    'new-agent': {
      title: 'First browser or tool for this person',
      looks:
        'A successful sign-in with a browser, tool or system that this person never used before; versions do not count.',
      reason: 'Small alone, telling beside another finding.',
      harmless: 'A new computer.',
      blind: knownEn,
    },
    'new-region': {
      title: 'First sign-in region for this person',
      looks: 'A successful console sign-in recorded in a region in which this person never signed in before.',
      reason: 'Regions that are not used are a good place to hide.',
      harmless: 'The global endpoint records where it is quickest; a cookie changes that.',
      blind: knownEn,
    },
  },
  ja: {
    'countries-iam': {
      title: 'IAM ユーザーの 1 時間以内の 2 か国からのサインイン',
      looks: '1 人の IAM ユーザーの、60 分以内の 2 か国以上からの成功したサインイン。',
      reason: 'この速さの移動はできません。1 つのパスワードを 2 人が使っています。',
      harmless: 'VPN の切り替え。',
      blind: approximateJa,
    },
    'countries-any': {
      title: '1 人の 1 時間以内の 2 か国からのサインイン',
      looks:
        '1 つのロールセッション、Identity Center ユーザーまたは root の、60 分以内の 2 か国以上からの成功したサインイン。',
      reason: '1 つのアカウントを 2 人が使っているか、セッションが奪われています。',
      harmless: 'VPN。別の国に出口のある企業ネットワーク。',
      blind: approximateJa,
    },
    'new-country': {
      title: 'この人の初めての国',
      looks: 'その人のこれまでのサインインにない国からの成功したサインイン。',
      reason: 'その日のほかの記録と合わせると、移動か第三者かが分かります。',
      harmless: '出張や旅行、新しい VPN。',
      blind: `${knownJa}${approximateJa}`,
    },
    'outside-trusted': {
      title: '信頼するネットワーク以外からのサインイン',
      looks: '信頼するネットワークのいずれにも含まれないアドレスからの成功したサインイン。',
      reason: '事業所からの使用が決まりであれば、それ以外には説明が必要です。',
      harmless: '在宅勤務、出張。',
    },
    'several-addresses': {
      title: '5 分以内の 2 つのアドレス',
      looks:
        '1 人の、5 分以内の 2 つ以上のアドレスからの成功したコンソールのサインイン。案件全体でまとめます。',
      reason: '2 台の端末、または 2 人の使用です。',
      harmless: '電話と机上の端末。IPv4 と IPv6 の切り替わり。',
    },
    'new-user': {
      title: 'ユーザーの初めてのコンソールのサインイン',
      looks: '記録が 30 日以上さかのぼる時点での、その人の最初の成功したコンソールのサインイン。',
      reason: 'そのために作られたユーザー、または長く使われなかったユーザーの可能性があります。',
      harmless: '新しい担当者。',
      blind: '記録の始まりより前にサインインした人も、新しく見えます。',
    },
    'new-address': {
      title: 'この人の初めてのアドレス',
      looks: 'その人のこれまでのサインインにないアドレスからの成功したサインイン。',
      reason: '単独では小さく、ほかの検出事項と並ぶと意味を持ちます。',
      harmless: '自宅や外出先のアドレスはよく変わります。',
      blind: knownJa,
    },
    'new-agent': {
      title: 'この人の初めてのブラウザーまたはツール',
      looks:
        'その人が使ったことのないブラウザー、ツール、システムでの成功したサインイン。版の違いは数えません。',
      reason: '単独では小さく、ほかの検出事項と並ぶと意味を持ちます。',
      harmless: '新しいコンピューター。',
      blind: knownJa,
    },
    'new-region': {
      title: 'この人の初めてのリージョン',
      looks: 'その人のこれまでのサインインにないリージョンに記録された、成功したコンソールのサインイン。',
      reason: '使われていないリージョンは隠れる場所になります。',
      harmless: 'グローバルエンドポイントは応答の速い場所に記録します。クッキーによっても変わります。',
      blind: knownJa,
    },
  },
})
