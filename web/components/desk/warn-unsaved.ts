import { useBeforeLeave } from '@solidjs/router'
import { onCleanup, onMount } from 'solid-js'

/** Asks before a page with unsaved words is left, by a link or with its tab; answers whether they may be given up now. */
export function warnUnsaved(isUnsaved: () => boolean, question: string): () => boolean {
  const mayDiscard = () => !isUnsaved() || window.confirm(question)
  useBeforeLeave((event) => {
    const staysHere = typeof event.to === 'string' && isSamePage(event.to, event.from)
    if (!event.defaultPrevented && !staysHere && !mayDiscard()) event.preventDefault()
  })
  const keepPage = (event: BeforeUnloadEvent) => {
    if (isUnsaved()) event.preventDefault()
  }
  onMount(() => window.addEventListener('beforeunload', keepPage))
  onCleanup(() => window.removeEventListener('beforeunload', keepPage))
  return mayDiscard
}

/** A link to a place of the same page leaves nothing. */
function isSamePage(to: string, from: { pathname: string; search: string }): boolean {
  const { pathname, search } = new URL(to, window.location.href)
  return pathname === from.pathname && search === from.search
}
