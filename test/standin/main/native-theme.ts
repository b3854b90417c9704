import { runner } from './runner-link.ts'
import { setup } from './setup.ts'
import { strict } from './strict.ts'

type Source = 'system' | 'light' | 'dark'
let source: Source = 'system'
const shown = () => (source === 'system' ? setup.systemTheme : source)

/** As in Electron, the source decides what `prefers-color-scheme` answers in every page. */
export const nativeTheme = strict('nativeTheme', {
  get themeSource(): Source {
    return source
  },
  set themeSource(next: Source) {
    source = next
    void runner.ask('setTheme', shown()).catch(() => undefined)
  },
  get shouldUseDarkColors() {
    return shown() === 'dark'
  },
})
