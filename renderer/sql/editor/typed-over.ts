import { EditorView } from '@codemirror/view'

/**
 * Text typed over a selection is put in place by the editor. Left to the browser it would first be drawn with the style
 * of what it replaces as a `style` attribute, which the content policy of the window refuses with an error. Text that
 * is being composed (Japanese input) is no part of this.
 */
export const typedOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { main, ranges } = view.state.selection
    if (event.inputType !== 'insertText' || event.data === null || main.empty || ranges.length > 1)
      return false
    const text = event.data
    const insert = () =>
      view.state.update(view.state.replaceSelection(text), { userEvent: 'input.type', scrollIntoView: true })
    const handled = view.state
      .facet(EditorView.inputHandler)
      .some((handler) => handler(view, main.from, main.to, text, insert))
    if (!handled) view.dispatch(insert())
    event.preventDefault()
    return true
  },
})
