import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionKeymap,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { StandardSQL, sql } from '@codemirror/lang-sql'
import { bracketMatching, indentOnInput } from '@codemirror/language'
import { Compartment, EditorState } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  placeholder,
} from '@codemirror/view'
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import type { SqlSchema, TextRange } from '../../../shared/domain/sql.ts'
import { sqlScreenTexts } from '../../../shared/messages/sql-screen.ts'
import { useTexts } from '../../settings/settings.tsx'
import { completeSql } from './completion.ts'
import { editorLook } from './editor-theme.ts'
import { problemMark, setProblem } from './problem-mark.ts'
import { typedOver } from './typed-over.ts'

export interface EditorHandle {
  focus(): void
  /** Puts the caret at a place and shows it. */
  goTo(at: number): void
  /** Writes at the caret, as one step that can be undone. */
  insert(text: string): void
}

/**
 * The editor for a statement. It lives in a shadow tree: there its styles are adopted sheets, which the content policy
 * of the window allows, while a `style` element would be refused. `tab` names the text: another one brings its own
 * undo history.
 */
export function SqlEditor(props: {
  readonly tab: number
  readonly value: string
  readonly schema: SqlSchema | undefined
  readonly problem: TextRange | null
  readonly ref?: Ref<EditorHandle>
  onChange(value: string): void
  onRun(): void
  onSave(): void
}) {
  const texts = useTexts(sqlScreenTexts)
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const latest = useRef(props)
  latest.current = props
  const { tab, value, schema, problem } = props

  useEffect(() => {
    if (host.current === null) return
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open', delegatesFocus: true })
    const editor = new EditorView({ root, parent: root })
    view.current = editor
    return () => {
      view.current = null
      editor.destroy()
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the text of a tab is taken over when the tab is; what is typed later comes from here
  useEffect(() => {
    view.current?.setState(
      EditorState.create({
        doc: value,
        extensions: [
          lineNumbers(),
          highlightActiveLineGutter(),
          history(),
          drawSelection(),
          indentOnInput(),
          bracketMatching(),
          closeBrackets(),
          sql({ dialect: StandardSQL, upperCaseKeywords: true }),
          completion.of(autocompletion({ icons: false, override: [completeSql(schema, texts.kinds)] })),
          problemMark,
          typedOver,
          editorLook,
          placeholder(texts.placeholder),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ 'aria-label': texts.editor, lang: 'en', spellcheck: 'false' }),
          keymap.of([
            { key: 'Mod-Enter', run: (view) => took(view, latest.current.onRun) },
            { key: 'Mod-s', run: (view) => took(view, latest.current.onSave), preventDefault: true },
            ...closeBracketsKeymap,
            ...completionKeymap,
            ...historyKeymap,
            ...defaultKeymap,
          ]),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current.onChange(update.state.doc.toString())
          }),
        ],
      }),
    )
  }, [tab, texts])

  useEffect(() => {
    const options = { icons: false, override: [completeSql(schema, texts.kinds)] }
    view.current?.dispatch({ effects: completion.reconfigure(autocompletion(options)) })
  }, [schema, texts])

  useEffect(() => {
    view.current?.dispatch({ effects: setProblem.of(problem) })
  }, [problem])

  useImperativeHandle(props.ref, () => ({
    focus: () => view.current?.focus(),
    goTo(at) {
      const editor = view.current
      if (editor === null) return
      editor.dispatch({ selection: { anchor: Math.min(at, editor.state.doc.length) }, scrollIntoView: true })
      editor.focus()
    },
    insert(text) {
      const editor = view.current
      if (editor === null) return
      editor.dispatch(editor.state.replaceSelection(text), { scrollIntoView: true })
      editor.focus()
    },
  }))

  return <div ref={host} className="sql-editor" data-region="sql-editor" />
}

const completion = new Compartment()

/** Closes the list of names, runs it, and says that the key was taken. */
function took(view: EditorView, run: () => void): boolean {
  closeCompletion(view)
  run()
  return true
}
