import { catalogue } from './catalogue.ts'

/** What a report says of its own form; only what is true of every one of them. */
export const reportFormWords = catalogue({
  en: {
    form: 'Form of this file',
    pdf: 'PDF/A-2a (ISO 19005-2) with tags as PDF/UA-1 (ISO 14289-1) asks for. What this program writes is tested against both with veraPDF; this one file can be checked with it too.',
    html: 'One HTML file that needs nothing else: no script, no picture, nothing from a network.',
    fontsHtml: 'Those of the machine on which it is read. The same report as PDF brings its own.',
    everywhere:
      'The identifier of this report and the first digits of the SHA-256 of the evidence manifest stand at its end; a PDF has them on every page.',
    contents: 'Contents',
  },
  ja: {
    form: 'ファイルの形式',
    pdf: 'PDF/A-2a（ISO 19005-2）です。タグは PDF/UA-1（ISO 14289-1）の求める形で付けています。本プログラムの出力は veraPDF により両規格でテストしています。このファイルも同じ方法で検証できます。',
    html: '単独で読める HTML ファイルです。スクリプト、画像、ネットワークからの読み込みはありません。',
    fontsHtml: '閲覧する端末のフォントで表示します。PDF 版にはフォントを埋め込んでいます。',
    everywhere:
      '報告書の識別子と証拠マニフェストの SHA-256 の先頭は末尾に記載しています。PDF 版では各ページに記載します。',
    contents: '目次',
  },
})
