// Chromium refuses to load a scheme it does not know, so the page lives at an https address which only the stand-in
// understands. The app itself sees `app://` everywhere.
const WEB = /^https:\/\/([^/]+)\.app\.internal(?=\/|$)/

export const isAppPage = (url: string): boolean => WEB.test(url)
export const toAppAddress = (url: string): string => url.replace(WEB, 'app://$1')
export const toWebAddress = (url: string): string =>
  url.replace(/^app:\/\/([^/]+)/, 'https://$1.app.internal')
