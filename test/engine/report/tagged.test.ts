import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { annotate, modelOf, oddCase, pdfOf } from './filled-case.ts'

interface Tree {
  readonly role?: string
  readonly type?: string
  readonly children?: readonly Tree[]
}

/** What pdf.js sees of tags, form and links; it needs no Java. */
async function readTags(bytes: Uint8Array) {
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 })
  const doc = await task.promise
  const roles = new Map<string, number>()
  let loose = ''
  const links: { readonly url: unknown; readonly page: number | null }[] = []
  const visit = (tree: Tree) => {
    if (tree.role !== undefined) roles.set(tree.role, (roles.get(tree.role) ?? 0) + 1)
    for (const child of tree.children ?? []) visit(child)
  }
  for (let number = 1; number <= doc.numPages; number += 1) {
    const page = await doc.getPage(number)
    visit((await page.getStructTree()) as Tree)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    let depth = 0
    for (const item of items) {
      if ('str' in item) loose += depth === 0 ? item.str : ''
      else depth += item.type === 'endMarkedContent' ? -1 : 1
    }
    for (const link of await page.getAnnotations()) {
      const dest = await doc.getDestination(link.dest as string)
      links.push({ url: link.url, page: dest === null ? null : await doc.getPageIndex(dest[0]) })
    }
  }
  const { metadata } = await doc.getMetadata()
  const form = ['pdfaid:part', 'pdfaid:conformance', 'pdfuaid:part'].map(
    (name) => metadata.get(name) as string,
  )
  const marked = (await doc.getMarkInfo()) as ReadonlyMap<string, boolean> | null
  await task.destroy()
  return { roles, loose: loose.trim(), links, form, marked }
}

describe('the tags of the report', () => {
  it.each(['en', 'ja'] as const)('are there for another reader, in %s', async (language) => {
    const opened = await oddCase()
    annotate(opened)
    const { bytes } = await pdfOf(modelOf(opened, { language }))
    const read = await readTags(bytes)
    expect(read.form).toEqual(['2', 'A', '1'])
    expect(read.marked?.get('Marked')).toBe(true)
    expect(read.loose).toBe('')
    for (const role of ['H1', 'H2', 'H3', 'H4', 'P', 'Code', 'L', 'LI', 'Lbl', 'LBody', 'TOCI', 'Link']) {
      expect(read.roles.get(role), role).toBeGreaterThan(0)
    }
    for (const role of ['Table', 'THead', 'TBody', 'TR', 'TH', 'TD']) {
      expect(read.roles.get(role), role).toBeGreaterThan(5)
    }
    expect(read.links.length).toBeGreaterThan(15)
    // Every link stays inside, and leads somewhere.
    for (const link of read.links) expect(link).toEqual({ url: undefined, page: expect.any(Number) })
  })
})
