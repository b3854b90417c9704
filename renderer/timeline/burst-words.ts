import type { Burst } from '../../shared/domain/burst.ts'
import type { burstTexts } from '../../shared/messages/bursts.ts'
import { countText } from '../settings/numbers.ts'

/** The burst as one plain sentence. */
export function burstSaying(burst: Burst, texts: (typeof burstTexts)['en']): string {
  return texts.saying({
    count: countText(burst.count),
    ip: burst.sourceIp,
    lasted: texts.lasted(burst.lastTime - burst.firstTime),
    names: texts.names(countText(burst.names)),
    hidden: texts.hiddenTries(countText(burst.hidden)),
  })
}
