import type { Language } from '../domain/units.ts'
import type { ErrorCode } from '../errors.ts'

export interface ErrorWords {
  /** What happened. */
  readonly title: string
  /** What was kept and what to do. */
  readonly advice: string
}

/** Every error code in words. A code without words does not compile. */
export const errorWords: Record<Language, Record<ErrorCode, ErrorWords>> = {
  en: {
    'invalid-input': {
      title: 'A value was not accepted',
      advice: 'Check what you entered. Nothing was changed.',
    },
    'unknown-method': {
      title: 'This version cannot do that',
      advice: 'The window and the engine do not fit together. Install Trailcase again.',
    },
    cancelled: {
      title: 'Stopped',
      advice: 'It was stopped before it was done. What was stored before is kept.',
    },
    'not-found': {
      title: 'The file or entry is not there',
      advice: 'It may have been moved, or it is on a drive that is not connected.',
    },
    'query-unreadable': {
      title: 'The query cannot be read',
      advice: 'Look at the place that is marked. Nothing was searched.',
    },
    'name-taken': {
      title: 'This name is already in use',
      advice: 'Choose another name. Nothing was changed.',
    },
    'no-case-open': { title: 'No case is open', advice: 'Open a case, or make a new one.' },
    'case-exists': {
      title: 'A file of that name is already there',
      advice: 'It was not touched. Choose another name, or open the existing case.',
    },
    'case-newer': {
      title: 'The case was made by a newer Trailcase',
      advice: 'It was not changed. Open it with that version or a later one.',
    },
    'case-older': {
      title: 'The case was made by an older Trailcase',
      advice: 'Open it for work once: it is then brought up to date, and its custody log says so.',
    },
    'case-protected': {
      title: 'The case cannot be written to',
      advice:
        'The file, its folder or its disk is write-protected, and every opening is entered in the custody log. Copy the case to a place where you may write and open the copy. Nothing was changed.',
    },
    'case-damaged': {
      title: 'The case file is damaged',
      advice: 'Nothing was written to it. Work on a copy, and import the evidence into a new case if needed.',
    },
    'case-locked': {
      title: 'Another program is using the case',
      advice: 'Close it there, then try again.',
    },
    'not-a-case': {
      title: 'This file is not a Trailcase case',
      advice: 'A case file ends in .trailcase. To read logs, drop them as evidence.',
    },
    'import-running': {
      title: 'Evidence is still being read',
      advice: 'Wait until it is done, or stop it. What is read so far is kept.',
    },
    'detections-running': {
      title: 'The rules are being asked already',
      advice: 'Wait until they have answered, or stop them on the Detections screen.',
    },
    'verification-running': {
      title: 'The files are being validated already',
      advice: 'Wait until that is done, or stop it.',
    },
    'custody-broken': {
      title: 'The custody log does not hold together',
      advice: 'The case was changed outside Trailcase. Reports say so. Go back to a copy you trust.',
    },
    'file-exists': {
      title: 'A file of that name is already there',
      advice: 'It was not touched. Choose another name, or say that it may be replaced.',
    },
    'key-unusable': {
      title: 'The key cannot be used',
      advice:
        'Choose an Ed25519 private key in PEM, with its pass phrase if it has one. Nothing was written.',
    },
    'write-failed': {
      title: 'The file could not be written',
      advice: 'Check that the folder exists and that you may write to it, then try again.',
    },
    'disk-full': {
      title: 'The disk is full',
      advice: 'What was stored before is kept. Make room, then try again.',
    },
    'worker-lost': {
      title: 'The engine stopped',
      advice:
        'The case file is consistent up to the last step. Close Trailcase, start it again and reopen the case.',
    },
    internal: {
      title: 'Something in Trailcase failed',
      advice: 'Evidence was not changed. Try again; if it happens again, report it with the text below.',
    },
  },
  ja: {
    'invalid-input': {
      title: '値を受け付けられませんでした',
      advice: '入力した内容を確認してください。何も変更していません。',
    },
    'unknown-method': {
      title: 'このバージョンではできません',
      advice: '画面と処理部のバージョンが合いません。Trailcase を入れ直してください。',
    },
    cancelled: {
      title: '中止しました',
      advice: '完了前に中止しました。それまでに保存した内容は残っています。',
    },
    'not-found': {
      title: 'ファイルまたは項目が見つかりません',
      advice: '移動されたか、接続されていないドライブにある可能性があります。',
    },
    'query-unreadable': {
      title: '検索式を解釈できません',
      advice: '示された箇所を確認してください。検索は行っていません。',
    },
    'name-taken': {
      title: 'この名前は既に使われています',
      advice: '別の名前を選んでください。何も変更していません。',
    },
    'no-case-open': { title: '案件を開いていません', advice: '案件を開くか、新しく作成してください。' },
    'case-exists': {
      title: '同じ名前のファイルがあります',
      advice: '既存のファイルには触れていません。別の名前を選ぶか、既存の案件を開いてください。',
    },
    'case-newer': {
      title: '新しいバージョンの Trailcase で作成された案件です',
      advice: '案件は変更していません。そのバージョン以降で開いてください。',
    },
    'case-older': {
      title: '古い Trailcase で作られた案件です',
      advice: '一度、編集用に開いてください。新しい形式に更新され、その旨が証拠保全の記録に残ります。',
    },
    'case-protected': {
      title: '案件に書き込めません',
      advice:
        'ファイル、フォルダー、またはディスクが書き込み禁止です。案件を開くと証拠保全の記録に残すため、書き込める場所に複製して、複製を開いてください。何も変更していません。',
    },
    'case-damaged': {
      title: '案件ファイルが壊れています',
      advice: '何も書き込んでいません。複製で作業し、必要なら証拠を新しい案件に取り込んでください。',
    },
    'case-locked': {
      title: '別のプログラムが案件を使用中です',
      advice: 'そちらを閉じてから、もう一度お試しください。',
    },
    'not-a-case': {
      title: 'Trailcase の案件ファイルではありません',
      advice: '案件ファイルの拡張子は .trailcase です。ログを読むには証拠としてドロップしてください。',
    },
    'import-running': {
      title: '証拠を読み取り中です',
      advice: '完了を待つか、中止してください。読み取った分は残ります。',
    },
    'detections-running': {
      title: '検出ルールを実行中です',
      advice: '完了を待つか、「検出」の画面で中止してください。',
    },
    'verification-running': {
      title: 'ファイルを検証中です',
      advice: '完了を待つか、検証を中止してください。',
    },
    'custody-broken': {
      title: '証拠保全の記録の整合性が確認できません',
      advice:
        '案件が Trailcase の外で変更されています。報告書にもその旨が載ります。信頼できる複製に戻ってください。',
    },
    'file-exists': {
      title: '同じ名前のファイルがあります',
      advice: '既存のファイルには触れていません。別の名前を選ぶか、置き換えることを指定してください。',
    },
    'key-unusable': {
      title: '鍵を使用できません',
      advice:
        'PEM 形式の Ed25519 秘密鍵を選び、必要ならパスフレーズを指定してください。何も書き込んでいません。',
    },
    'write-failed': {
      title: 'ファイルに書き込めませんでした',
      advice: 'フォルダーがあるか、書き込みできるかを確認して、もう一度お試しください。',
    },
    'disk-full': {
      title: 'ディスクの空きがありません',
      advice: 'それまでに保存した内容は残っています。空きを作ってから、もう一度お試しください。',
    },
    'worker-lost': {
      title: '処理部が停止しました',
      advice:
        '案件ファイルは最後の段階まで整合しています。Trailcase を終了し、再起動して案件を開き直してください。',
    },
    internal: {
      title: 'Trailcase の内部で失敗しました',
      advice: '証拠は変更していません。もう一度試し、繰り返す場合は下の文とともに報告してください。',
    },
  },
}
