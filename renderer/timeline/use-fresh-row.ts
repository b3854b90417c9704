import { useEffect } from 'react'
import type { SignInRow } from '../../shared/domain/sign-in.ts'
import type { RowWindow } from './use-row-window.ts'

/** The number of notes is no part of the frozen order, so the row follows the record that was read last. */
export function useFreshRow(rows: RowWindow, fresh: SignInRow | undefined): void {
  useEffect(() => {
    const shown = rows.state?.opened.cache
    if (fresh === undefined || shown === undefined) return
    let changed = false
    shown.change((row) => {
      if (row.id !== fresh.id || row.notes === fresh.notes) return row
      changed = true
      return fresh
    })
    if (changed) rows.redraw()
  }, [fresh, rows.state, rows.redraw])
}
