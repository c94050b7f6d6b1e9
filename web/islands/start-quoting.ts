const most = 200

/** Offers to comment on the words of a clause that the reader has selected, with a link that can be followed like any other. */
export function start(list: HTMLElement): void {
  const offer = document.createElement('a')
  offer.className = 'button-quiet quote-offer'
  offer.textContent = list.dataset.quote ?? ''
  offer.lang = document.documentElement.lang
  let leaving: ReturnType<typeof setTimeout> | undefined

  const update = () => {
    const found = selectedWords(list)
    clearTimeout(leaving)
    if (!found) {
      leaving = setTimeout(() => offer.remove(), 400)
      return
    }
    const address = new URLSearchParams({ clause: found.text.dataset.clause ?? '', quote: found.words })
    offer.href = `${list.dataset.form}?${address}`
    if (found.text.nextSibling !== offer) found.text.after(offer)
  }
  document.addEventListener('selectionchange', update)
}

/** Less than nothing and more than can be sent are not offered; words that were taken out of the text are not in it. */
function selectedWords(list: HTMLElement): { text: HTMLElement; words: string } | null {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const { commonAncestorContainer: common } = range
  const text = (common instanceof Element ? common : common.parentElement)?.closest<HTMLElement>(
    '[data-clause]',
  )
  if (!text || !list.contains(text)) return null
  const words = read(range.cloneContents())
  const whole = document.createRange()
  whole.selectNodeContents(text)
  return words && [...words].length <= most && read(whole.cloneContents()).includes(words)
    ? { text, words }
    : null
}

function read(part: DocumentFragment): string {
  for (const gone of part.querySelectorAll('del, .change-label')) gone.remove()
  return part.textContent?.trim() ?? ''
}
