/**
 * Runs in the page: texts that must be whole and are not. Buttons, labels, headings and state words are never cut;
 * names and paths may end in an ellipsis, and say the rest in a tooltip.
 */
export function cutLabels(): string[] {
  const whole =
    'button:not(.shell-case, .welcome-case-open, .flt-value), h1, h2, h3, h4, h5, label, caption, legend, kbd, ' +
    '.ui-pill, .ui-mark, .ui-key-hint, .tl-head > span, .flt-count, .shell-status > span:first-child, ' +
    '.shell-offline, .insp-facts dt, [role=columnheader], [role=radio], [role=menuitem]'
  return [...document.querySelectorAll<HTMLElement>(whole)]
    .filter((element) => element.offsetParent !== null && !element.matches('.sr-only'))
    .filter((element) => {
      if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline')
        return true
      // A parent that clips cuts its children without being wider itself.
      const parent = element.parentElement
      if (parent === null) return false
      const { overflowX } = getComputedStyle(parent)
      const [own, box] = [element.getBoundingClientRect(), parent.getBoundingClientRect()]
      return (overflowX === 'hidden' || overflowX === 'clip') && own.right > box.right + 1
    })
    .map((element) => `${element.className || element.tagName}: ${element.textContent?.slice(0, 60)}`)
}
