/** Moves the focus to the next landmark of the window (F6), or to the one before with `step` -1. */
export function nextRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')]
  if (regions.length === 0) return
  const at = regions.findIndex((region) => region.contains(document.activeElement))
  const start = at === -1 && step === -1 ? 0 : at
  const next = regions[(start + step + regions.length) % regions.length]
  const stop = next?.querySelector<HTMLElement>(
    '[tabindex="0"], button:not([disabled]), input, select, textarea',
  )
  ;(stop ?? next)?.focus()
}
