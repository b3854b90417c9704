import { setFlagsFromString } from 'node:v8'

/** Else V8 doubles the memory for new objects up to 128 MB while a long report is set. */
export const ENGINE_LIMITS = { maxYoungGenerationSizeMb: 48 } as const

/**
 * Has old objects cleaned up before they take four times what is needed, as an import of very many files has them do.
 * Call it before the engine thread starts. V8 would end the process if its flags were fixed by then; Electron keeps them
 * open for Node (electron/electron pull request 42414).
 */
export function keepOldObjectsFew(): void {
  setFlagsFromString('--heap-growing-percent=50')
}
