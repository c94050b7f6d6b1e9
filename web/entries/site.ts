import { clearDraft } from '../lib/drafts'
import { isFolded, rememberFold } from '../lib/remember-folds'

const islands: Record<string, () => Promise<{ start: (element: HTMLElement) => void }>> = {
  'comment-form': () => import('../islands/start-comment-form'),
  send: () => import('../islands/start-send'),
}

for (const element of document.querySelectorAll<HTMLElement>('[data-island]')) {
  islands[element.dataset.island ?? '']?.().then(({ start }) => start(element))
}

document.querySelector<HTMLElement>('[data-focus]')?.focus()

try {
  const storage = window.localStorage
  const sent = document.querySelector<HTMLElement>('[data-sent]')?.dataset.sent
  if (sent) clearDraft(storage, sent)
  for (const fold of document.querySelectorAll<HTMLDetailsElement>('details[data-fold]')) {
    const id = fold.dataset.fold ?? ''
    if (isFolded(storage, id)) fold.open = false
    fold.addEventListener('toggle', () => rememberFold(storage, id, !fold.open))
  }
} catch {
  // Without storage nothing is remembered.
}
