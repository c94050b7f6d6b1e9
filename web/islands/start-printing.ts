/** Offers the printer's dialogue in place of the way through the browser's menu. */
export function startPrinting(offer: HTMLElement): void {
  const button = offer.querySelector('button')
  const sentence = offer.querySelector('span')
  if (!button || !sentence) return
  sentence.hidden = true
  button.hidden = false
  button.addEventListener('click', () => window.print())
}
