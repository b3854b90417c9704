import type { ReactNode } from 'react'
import { beginning } from '../ui/visible-text.ts'

/** One cell of a row. */
export function Cell(props: {
  readonly className?: string | undefined
  readonly title?: string | undefined
  readonly children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: rows take the focus, and a table cannot scroll a million of them
    <span
      role="gridcell"
      className={props.className}
      title={props.title === undefined ? undefined : beginning(props.title, 1000)}
    >
      {props.children}
    </span>
  )
}
