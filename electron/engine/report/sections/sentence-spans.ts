import type { SignInFacts } from '../../../../shared/domain/sign-in.ts'
import { sentenceOf } from '../../../../shared/messages/sentence.ts'
import { style } from '../layout/setter.ts'
import { INK } from '../layout/sheet.ts'
import type { Span } from '../text/lines.ts'
import type { Book } from './book.ts'
import { inShort } from './in-short.ts'

/** The event as one sentence, emphasised as on screen. */
export function sentenceSpans(book: Book, facts: SignInFacts, factors: string | null, size: number): Span[] {
  return sentenceOf(facts, book.language, factors).map((whole) => {
    const part = { ...whole, text: inShort(book, whole.text) }
    if (part.tone === 'strong') return { text: part.text, style: style(size, INK.text, 'sans-strong') }
    if (part.tone === 'alarm') return { text: part.text, style: style(size, INK.fail, 'sans-strong') }
    return { text: part.text, style: style(size) }
  })
}
