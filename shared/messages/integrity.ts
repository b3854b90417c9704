import type { IntegrityLevel, IntegrityReason, IntegrityVerdict } from '../domain/integrity.ts'
import type { Language } from '../domain/units.ts'

/** What came of a digest or log file. */
export const integrityVerdictWords: Record<Language, Record<IntegrityVerdict, string>> = {
  en: {
    valid: 'Valid',
    invalid: 'Invalid',
    missing: 'Missing',
    'not-authenticated': 'Not authenticated',
    'not-checked': 'Could not be checked',
  },
  ja: {
    valid: '有効',
    invalid: '無効',
    missing: '欠落',
    'not-authenticated': '真正性を未確認',
    'not-checked': '確認不可',
  },
}

/** How much stands behind a file. */
export const integrityLevelWords: Record<Language, Record<IntegrityLevel, string>> = {
  en: {
    none: 'Nothing compared',
    hash: 'Hash match: the content is what a digest file states',
    chain: 'Chain match: the digest files fit together; consistent, not authenticated',
    signature: 'Signature match: signed with a key of the key list',
  },
  ja: {
    none: '照合なし',
    hash: 'ハッシュ一致：内容はダイジェストファイルの記載どおり',
    chain: 'チェーン一致：ダイジェストファイルどうしが整合（整合は確認済み、真正性は未確認）',
    signature: '署名一致：鍵リストの鍵による署名を確認',
  },
}

/** Why, in a sentence. */
export const integrityReasonWords: Record<Language, Record<IntegrityReason, string>> = {
  en: {
    'invalid-format': 'It is not a complete digest or sign file.',
    'trailing-data': 'Bytes follow after the end of the compressed data.',
    'joined-members': 'Several compressed parts are joined in one file; CloudTrail writes one.',
    damaged: 'The compressed data is cut off or damaged.',
    moved: 'It does not lie where the digest files say.',
    'hash-differs': 'Its content is not what the digest or sign file states.',
    'unknown-algorithm': 'The digest file names an algorithm that CloudTrail does not use.',
    'conflicting-copies':
      'Several files claim to be this digest file and differ; nothing tells which is right.',
    'signature-failed': 'The signature does not fit: the digest file or the signature was changed.',
    'chain-differs': 'The next digest file states another hash for it.',
    'previous-hash-wrong': 'It states a wrong hash for the digest file before it, whose signature is right.',
    'changed-since-import': 'The file was changed after it was read into the case.',
    'not-in-import': 'It is named by a digest or sign file and is not in the import.',
    'key-not-found': 'The key list does not hold the key that it names.',
    'key-unreadable': 'The key that it names cannot be read from the key list.',
    'no-keys': 'No key list was given, so its signature was not checked.',
    'next-missing': 'The next digest file, which holds its signature, is not there.',
    'newest-of-chain':
      'It is the newest of its chain. Its signature lies in the metadata of the S3 object, outside the files.',
    'last-before-restart':
      'It is the last before validation or logging was switched off. Its signature lies outside the files.',
    'digest-invalid': 'The digest or sign file that lists it is invalid.',
    'digest-not-authenticated': 'The digest or sign file that lists it is not authenticated.',
    'digest-unsigned': 'The digest or sign file that lists it could not be checked itself.',
    'in-no-digest': 'No digest file lists it.',
    'hash-from-import': 'It cannot be read any more; the hash from the import was compared.',
    'unreadable-now': 'It cannot be read any more.',
    'not-opened': 'It was not opened: the case names a place in a network, a device, or no whole path.',
    'other-hash-stated': 'Another digest file, with no more behind it, states another hash for it.',
    'place-not-checkable': 'The copy does not show where the file lay in the bucket.',
    copy: 'It is a further copy; another one lies in its place.',
    'starting-digest': 'A chain starts here: validation or logging was switched on.',
    'begins-before-import': 'The digest files before it are not part of the import.',
    'no-log-files': 'No log file was delivered in this hour.',
    'signature-from-sidecar': 'Its signature was read from the saved metadata beside it.',
  },
  ja: {
    'invalid-format': '完全なダイジェストファイルまたは署名ファイルではありません。',
    'trailing-data': '圧縮データの終わりの後に余分なバイトがあります。',
    'joined-members': '複数の圧縮データが 1 ファイルに連結されています。CloudTrail は 1 つだけ書き込みます。',
    damaged: '圧縮データが途中で切れているか、破損しています。',
    moved: 'ダイジェストファイルが示す場所にありません。',
    'hash-differs': '内容がダイジェストファイルまたは署名ファイルの記載と異なります。',
    'unknown-algorithm': 'CloudTrail が使わないアルゴリズムが記載されています。',
    'conflicting-copies':
      'このダイジェストファイルとされるファイルが複数あり、内容が異なります。どれが正しいかは判断できません。',
    'signature-failed': '署名が一致しません。ダイジェストファイルまたは署名が変更されています。',
    'chain-differs': '次のダイジェストファイルに別のハッシュが記載されています。',
    'previous-hash-wrong': '署名の正しい直前のダイジェストファイルに対し、誤ったハッシュを記載しています。',
    'changed-since-import': '案件に読み取った後でファイルが変更されています。',
    'not-in-import':
      'ダイジェストファイルまたは署名ファイルに記載されていますが、取り込んだファイルにありません。',
    'key-not-found': '記載された鍵が鍵リストにありません。',
    'key-unreadable': '記載された鍵を鍵リストから読み取れません。',
    'no-keys': '鍵リストがないため、署名は確認していません。',
    'next-missing': '署名を持つ次のダイジェストファイルがありません。',
    'newest-of-chain':
      'チェーンの最新のファイルです。署名は S3 オブジェクトのメタデータにあり、ファイルには含まれません。',
    'last-before-restart':
      '検証またはログ記録が停止される前の最後のファイルです。署名はファイルに含まれません。',
    'digest-invalid': '記載元のダイジェストファイルまたは署名ファイルが無効です。',
    'digest-not-authenticated':
      '記載元のダイジェストファイルまたは署名ファイルの真正性を確認できていません。',
    'digest-unsigned': '記載元のダイジェストファイルまたは署名ファイル自体を確認できませんでした。',
    'in-no-digest': 'どのダイジェストファイルにも記載がありません。',
    'hash-from-import': 'ファイルを読み取れないため、取り込み時のハッシュと照合しました。',
    'unreadable-now': 'ファイルを読み取れなくなっています。',
    'not-opened':
      '開いていません。案件に記録された場所がネットワークやデバイスであるか、完全なパスではありません。',
    'other-hash-stated':
      '裏付けの水準がこれを超えない別のダイジェストファイルが、異なるハッシュを記載しています。',
    'place-not-checkable': 'コピーからはバケット内の場所を確認できません。',
    copy: '別のコピーです。本来の場所にもファイルがあります。',
    'starting-digest': 'ここからチェーンが始まります。検証またはログ記録が有効になりました。',
    'begins-before-import': 'これより前のダイジェストファイルは取り込みに含まれていません。',
    'no-log-files': 'この時間に配信されたログファイルはありません。',
    'signature-from-sidecar': '署名は、保存されたメタデータのファイルから読み取りました。',
  },
}
