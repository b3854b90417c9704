import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface ReadPdf {
  readonly pages: readonly string[]
  readonly all: string
  readonly fonts: ReadonlySet<string>
  readonly info: Readonly<Record<string, unknown>>
  readonly title: string | null
  readonly outline: readonly string[]
}

/** Reads a document with a reader that has nothing in common with the writer. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    useSystemFonts: false,
    verbosity: 0,
    fontExtraProperties: true,
  })
  const doc = await task.promise
  const pages: string[] = []
  const fonts = new Set<string>()
  for (let number = 1; number <= doc.numPages; number += 1) {
    const page = await doc.getPage(number)
    const content = await page.getTextContent()
    pages.push(content.items.map((item) => ('str' in item ? item.str : '')).join(''))
    await page.getOperatorList()
    for (const { fontName } of content.items.flatMap((item) => ('fontName' in item ? [item] : []))) {
      const font = page.commonObjs.get(fontName) as { name: string; data?: Uint8Array; missingFile?: boolean }
      fonts.add(`${font.name}${font.missingFile === true ? ' (not embedded)' : ''}`)
    }
  }
  const { info, metadata } = await doc.getMetadata()
  const outline = (await doc.getOutline()) ?? []
  await task.destroy()
  return {
    pages,
    all: pages.join('\n'),
    fonts,
    info: info as Record<string, unknown>,
    title: metadata === null ? null : (metadata.get('dc:title') as string | null),
    outline: outline.map((entry) => entry.title),
  }
}

/** Whether the text stands there, wherever its lines were broken; the answer is short, unlike the document. */
export function says({ all }: Pick<ReadPdf, 'all'>, ...texts: readonly string[]): string[] {
  const flat = all.replaceAll(/\s/g, '')
  return texts.filter((text) => flat.includes(text.replaceAll(/\s/g, '')))
}
