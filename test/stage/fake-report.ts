import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'

const { resolve } = createRequire(import.meta.url)
const face = (name: string) => resolve(`@expo-google-fonts/${name}.ttf`)

/** Six plain pages with bundled fonts, so that the preview has something real to draw. Not the report itself. */
export function fakeReport(): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', margin: 56 })
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  const done = new Promise<Buffer>((settle) => pdf.on('end', () => settle(Buffer.concat(parts))))
  pdf.registerFont('text', face('inter/400Regular/Inter_400Regular'))
  pdf.registerFont('strong', face('inter/600SemiBold/Inter_600SemiBold'))
  pdf.registerFont('japanese', face('noto-sans-jp/400Regular/NotoSansJP_400Regular'))
  const titles = [
    'Evidence report',
    '1  Summary',
    '2  Files received',
    '3  Sign-ins',
    '4  Exhibits',
    '5  Custody log',
  ]
  titles.forEach((title, index) => {
    if (index > 0) pdf.addPage()
    pdf
      .font('strong')
      .fontSize(index === 0 ? 26 : 16)
      .text(title)
    pdf.moveDown().font('text').fontSize(9.2)
    for (let line = 0; line < 30; line += 1) {
      pdf.text(
        `13:${String(10 + line)}:07  22:${String(10 + line)}:07   Failed   alice   Console sign-in   198.51.100.23   Not used`,
      )
    }
    pdf
      .moveDown()
      .font('japanese')
      .text('198.51.100.23 から 111122223333 への alice のサインインは失敗しました。')
  })
  pdf.end()
  return done
}
