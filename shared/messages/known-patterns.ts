import type { BlindSpot } from '../domain/known-patterns.ts'
import { catalogue } from './catalogue.ts'

interface KnownPatternTexts {
  readonly purposes: Readonly<Record<string, string>>
  readonly blindSpots: Readonly<Record<BlindSpot, string>>
}

/** What the published patterns are for, and what each cannot see. */
export const knownPatternTexts = catalogue<KnownPatternTexts>({
  en: {
    purposes: {
      'root-usage': 'Use of the root user',
      'sign-in-without-mfa': 'IAM user signed in without MFA',
      'sign-in-without-mfa-short': 'Sign-in without MFA (older short form)',
      'failed-authentication': 'Console authentication failures',
      'unauthorized-calls': 'Calls that were not allowed',
      'policy-changes': 'Changes of IAM policies',
      'trail-changes': 'Changes of the trail itself',
      'outside-office': 'Success from outside one address',
      'success-no-mfa': 'Success with MFA stated as “No”',
    },
    blindSpots: {
      'mfa-spelling':
        'Some root records print “YES” in capitals: != "Yes" matches them although MFA was used.',
      'mfa-missing':
        'A record that does not state MFAUsed matches only if a missing field satisfies != , which AWS does not document.',
      'federated-no':
        'Sign-ins through an identity provider state “No”: MFA happened there and AWS cannot see it. They match although MFA may have been used.',
      'unknown-names': 'Tries with a user name that does not exist carry another message and do not match.',
      'policy-denials':
        'Denials by a resource policy or a resource control policy carry AccessDenied and do not match.',
      'idp-as-root':
        'Older records of ExternalIdPDirectoryLogin say “Root” although the root user had no part in it: they match.',
      'no-identity-center':
        'Sign-ins to IAM Identity Center are other events (CredentialChallenge, UserAuthentication) and never match.',
      'sign-ins-only':
        'This case keeps sign-in records only. Calls of other services were counted at import but are not searched here, so an empty result says nothing about them.',
      'one-address':
        'Enter your own address in place of 203.0.113.10. Offices with several addresses need one condition each.',
      'mask-is-wildcard':
        'In the published form the address is masked as ***.***.***.***: left like this, the stars match every IPv4 address and only other sources remain.',
    },
  },
  ja: {
    purposes: {
      'root-usage': 'root ユーザーの使用',
      'sign-in-without-mfa': 'IAM ユーザーの MFA なしサインイン',
      'sign-in-without-mfa-short': 'MFA なしサインイン（旧来の短い形）',
      'failed-authentication': 'コンソール認証の失敗',
      'unauthorized-calls': '許可されていない呼び出し',
      'policy-changes': 'IAM ポリシーの変更',
      'trail-changes': '証跡そのものの変更',
      'outside-office': '特定アドレス以外からの成功',
      'success-no-mfa': 'MFA「No」と記載された成功',
    },
    blindSpots: {
      'mfa-spelling':
        'root の記録には大文字で「YES」とあるものがあります。MFA を使っていても != "Yes" に一致します。',
      'mfa-missing':
        'MFAUsed の記載がない記録は、欠けている項目が != を満たす場合だけ一致します。AWS はこの動作を文書化していません。',
      'federated-no':
        'ID プロバイダー経由のサインインは「No」と記載されます。MFA はプロバイダー側で行われ、AWS からは見えません。MFA を使っていても一致します。',
      'unknown-names': '存在しないユーザー名での試行は別のメッセージになるため、一致しません。',
      'policy-denials':
        'リソースベースのポリシーやリソースコントロールポリシーによる拒否は AccessDenied となるため、一致しません。',
      'idp-as-root':
        '古い ExternalIdPDirectoryLogin の記録は、root ユーザーが関与していなくても「Root」と記載されており、一致します。',
      'no-identity-center':
        'IAM Identity Center のサインインは別のイベント（CredentialChallenge、UserAuthentication）のため、一致しません。',
      'sign-ins-only':
        'この案件が保持するのはサインインの記録だけです。ほかのサービスの呼び出しは取り込み時に件数だけ数えられ、ここでは検索されません。結果が空でも、それらについては何も言えません。',
      'one-address':
        '203.0.113.10 を自社のアドレスに置き換えてください。アドレスが複数ある場合は、それぞれ条件が必要です。',
      'mask-is-wildcard':
        '公開されている形ではアドレスが ***.***.***.*** と伏せられています。そのままでは * がすべての IPv4 アドレスに一致し、それ以外の送信元だけが残ります。',
    },
  },
})
