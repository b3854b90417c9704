import { posix, win32 } from 'node:path'

const DEVICE_NAME = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(?:[.:].*)?$/i
/** Devices and views of the kernel, and the folders where an automounter reaches for other computers. */
const NO_FILES = ['/dev', '/proc', '/sys', '/net', '/Network']

/**
 * Why a path that stands in a case file must not be opened; null when it may be. The paths of a case are only words
 * until they are opened, and a case comes from somebody else: opening `\\server\share` would reach out to a network
 * (and hand over the user's name and password hash on the way), opening a device may wait for ever.
 */
export function refusalOf(path: string, platform: NodeJS.Platform = process.platform): string | null {
  return platform === 'win32' ? refusalOnWindows(path) : refusalElsewhere(path)
}

function refusalOnWindows(path: string): string | null {
  if (/^[\\/]{2}/.test(path)) return `${path} is a place in a network or a device, which is never opened.`
  if (!/^[a-z]:[\\/]/i.test(path)) return `${path} is no whole path on a drive of this computer.`
  const parts = win32.normalize(path).split('\\').slice(1)
  if (parts.some((part) => DEVICE_NAME.test(part))) return `${path} names a device, which is never opened.`
  return null
}

function refusalElsewhere(path: string): string | null {
  if (!path.startsWith('/')) return `${path} is no whole path on this computer.`
  const whole = posix.normalize(path).replace(/^\/+/, '/')
  const lower = whole.toLowerCase()
  const isRefused = NO_FILES.some((folder) => `${lower}/`.startsWith(`${folder.toLowerCase()}/`))
  return isRefused ? `${path} is a place of devices or of a network, which is never opened.` : null
}
