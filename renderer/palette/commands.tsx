import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react'
import type { IconName } from '../ui/icon.tsx'

/** Something that can be chosen in the palette. */
export interface Command {
  readonly id: string
  readonly group: 'go' | 'do'
  readonly icon: IconName
  readonly label: string
  /** Its name in the other language, by which it is found too. */
  readonly also?: string
  readonly keys?: readonly string[]
  run(): void
}

interface Registry {
  add(commands: { readonly current: readonly Command[] }): () => void
  all(): readonly Command[]
}

const RegistryContext = createContext<Registry | null>(null)

/** Holds the commands of whatever is on the screen. */
export function CommandsProvider(props: { readonly children: ReactNode }) {
  const sets = useRef(new Set<{ readonly current: readonly Command[] }>())
  const registry = useMemo<Registry>(
    () => ({
      add(commands) {
        sets.current.add(commands)
        return () => void sets.current.delete(commands)
      },
      // What came last is nearest to the user: the screen before the frame.
      all: () => [...sets.current].reverse().flatMap(({ current }) => current),
    }),
    [],
  )
  return <RegistryContext value={registry}>{props.children}</RegistryContext>
}

/** Offers commands in the palette while the component is shown. */
export function useCommands(commands: readonly Command[]): void {
  const registry = useContext(RegistryContext)
  const latest = useRef(commands)
  latest.current = commands
  useEffect(() => registry?.add(latest), [registry])
}

/** The commands that can be chosen now. */
export function useAllCommands(): () => readonly Command[] {
  const registry = useContext(RegistryContext)
  return useMemo(() => () => registry?.all() ?? [], [registry])
}
