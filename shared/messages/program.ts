import { catalogue } from './catalogue.ts'

/** The program by its own files: in reports, packages, on the command line and in the window. */
export const programWords = catalogue({
  en: {
    label: 'Program files',
    heading: 'The files of the program',
    about: 'This program',
    sources: 'run from its sources',
    built: 'run as it was built',
    packaged: 'run as it was installed',
    count: '{n} {n|file|files}, {form}',
    hash: 'SHA-256 of the list of their SHA-256:',
    unknown: 'Not known, because {path} could not be read ({code}).',
    text: 'The program computed the hash of its files itself, from what lay on the disk when it was first asked. A program that somebody has changed could state any hash, so compute it yourself where much hangs on it, and compare it with that of a program which you trust.',
    packages: 'The packages that the program needs are named with their hashes in package-lock.json.',
    unpack:
      'The files of an installed program lie in the archive app.asar in its folder resources. Take a copy of them out there:',
    command: 'In the folder of the program:',
    otherTool: 'Where sha256sum is missing, write shasum -a 256 in both places.',
  },
  ja: {
    label: 'プログラムのファイル',
    heading: 'プログラムのファイル',
    about: 'このプログラム',
    sources: 'ソースから実行',
    built: 'ビルドした状態で実行',
    packaged: 'インストールした状態で実行',
    count: 'ファイル {n} 件（{form}）',
    hash: '各ファイルの SHA-256 の一覧の SHA-256：',
    unknown: '不明（{path} を読み取れませんでした：{code}）。',
    text: 'ファイルのハッシュは、最初に必要になった時点でディスクにあった内容から、プログラム自身が計算したものです。改変されたプログラムは任意の値を示せるため、重要な場合は自分で計算し、信頼できるプログラムの値と比べてください。',
    packages: 'プログラムが必要とするパッケージは、package-lock.json にハッシュとともに記載されています。',
    unpack:
      'インストールしたプログラムのファイルは、フォルダー resources のアーカイブ app.asar にあります。そこで複製を取り出します。',
    command: 'プログラムのフォルダーで実行：',
    otherTool: 'sha256sum がない環境では、2 か所とも shasum -a 256 とします。',
  },
})
