import type { ContentWindow } from './content-window.ts'
import type { Engine } from './engine.ts'
import type { InputWindow } from './input-window.ts'
import type { FastEnd, FastRequest } from './reading.ts'
import { wantsStop } from './scan-end.ts'

/** The part of `unpack` for a file that is not packed: its bytes are the content. Null when all were read. */
export function copyPlain(
  engine: Engine,
  input: InputWindow,
  content: ContentWindow,
  request: FastRequest,
): FastEnd | null {
  for (;;) {
    const count = Math.min(content.limit - content.end, input.end - input.at)
    engine.bytes.copyWithin(content.end, input.at, input.at + count)
    content.written(content.end + count)
    input.at += count
    if (input.at === input.end && !input.more()) return null
    if (content.end < content.limit) continue
    const stop = wantsStop(request, input.bytes) ?? content.makeRoom()
    if (stop !== null) return stop
  }
}
