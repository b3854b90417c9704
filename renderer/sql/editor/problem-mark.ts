import { StateEffect, StateField } from '@codemirror/state'
import { Decoration, EditorView } from '@codemirror/view'
import type { TextRange } from '../../../shared/domain/sql.ts'

/** Marks the place of a problem, or none. */
export const setProblem = StateEffect.define<TextRange | null>()

const mark = Decoration.mark({ class: 'cm-problem' })

/** The mark moves with the text around it and goes when the text in it is changed. */
export const problemMark = StateField.define({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes)
    transaction.changes.iterChangedRanges((from, to) => {
      next = next.update({ filter: (low, high) => high < from || low > to })
    })
    for (const effect of transaction.effects) {
      if (!effect.is(setProblem)) continue
      next = effect.value === null ? Decoration.none : marked(effect.value, transaction.newDoc.length)
    }
    return next
  },
  provide: (field) => EditorView.decorations.from(field),
})

function marked({ from, to }: TextRange, length: number) {
  const end = Math.min(Math.max(to, from + 1), length)
  const begin = Math.min(from, Math.max(0, end - 1))
  return begin < end ? Decoration.set(mark.range(begin, end)) : Decoration.none
}
