import { serveRunner } from './runner-link.ts'
import { request } from './session.ts'
import { openWindows } from './windows.ts'

serveRunner({
  request,
  fromPage: (id, frameUrl, message) => openWindows.get(id).contents.receive(frameUrl, message),
  mayNavigate: (id, url, isMainFrame) => openWindows.get(id).contents.mayNavigate(url, isMainFrame),
  didNavigate: (id, url) => openWindows.get(id).contents.didNavigate(url),
  windowOpen: (id, url) => openWindows.get(id).contents.windowOpen(url),
  pageCrashed: (id) => openWindows.get(id).contents.crashed(),
  evaluate: async (source, argument) => {
    const electron: unknown = await import('../electron.ts')
    const run = new Function('electron', 'argument', `return (${source})(electron, argument)`)
    return run(electron, argument)
  },
})
