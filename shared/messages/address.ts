import type { AddressKind } from '../domain/address.ts'
import type { Language } from '../domain/units.ts'
import { catalogue } from './catalogue.ts'

/** What a source address is, in words. */
export const addressKindWords: Record<Language, Record<AddressKind, string>> = {
  en: {
    public: 'public address',
    private: 'private network',
    shared: 'provider network (carrier NAT)',
    loopback: 'the same machine (loopback)',
    'link-local': 'local link',
    documentation: 'address for documentation, nobody’s',
    multicast: 'multicast address',
    reserved: 'reserved address',
    'aws-internal': 'inside AWS',
    'aws-service': 'AWS service',
    other: 'not an IP address',
  },
  ja: {
    public: '公開アドレス',
    private: 'プライベートネットワーク',
    shared: '事業者内ネットワーク（キャリア NAT）',
    loopback: '同じ端末（ループバック）',
    'link-local': 'リンクローカル',
    documentation: '文書用のアドレス（実在しません）',
    multicast: 'マルチキャスト',
    reserved: '予約済みのアドレス',
    'aws-internal': 'AWS 内部',
    'aws-service': 'AWS サービス',
    other: 'IP アドレスではない値',
  },
}

export const addressTexts = catalogue({
  en: {
    approximate: (country: string) => `${country} (approximate)`,
    noCountry: 'country not known',
    network: (number: string, name: string | null) => (name === null ? `AS${number}` : `AS${number} ${name}`),
    noNetwork: 'network not known',
    trusted: 'trusted network',
    data: (sets: string) => `Data: ${sets}`,
    notLookedUp: 'not looked up',
  },
  ja: {
    approximate: (country) => `${country}（推定）`,
    noCountry: '国は不明',
    network: (number, name) => (name === null ? `AS${number}` : `AS${number} ${name}`),
    noNetwork: 'ネットワークは不明',
    trusted: '信頼するネットワーク',
    data: (sets) => `データ：${sets}`,
    notLookedUp: '未照会',
  },
})

/** The name of a country, or its code where this machine does not know the name. */
export function countryName(code: string, language: Language): string {
  try {
    return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code
  } catch {
    return code
  }
}
