import { startCopying } from '../islands/start-copying'
import { startPrinting } from '../islands/start-printing'
import { clearDraft } from '../lib/drafts'
import { isFolded, rememberFold } from '../lib/remember-folds'
import type { FormWords } from '../locales/form-zh'
import type { SealWords } from '../locales/seal-zh'

const islands: Record<string, () => Promise<{ start: (element: HTMLElement, words: FormWords) => void }>> = {
  'comment-form': () => import('../islands/start-comment-form'),
  send: () => import('../islands/start-send'),
}

/** Only the page's own language: it arrives beside the island, not after it. */
const loadWords = (): Promise<FormWords> =>
  document.documentElement.lang === 'en'
    ? import('../locales/form-en').then(({ formEn }) => formEn)
    : import('../locales/form-zh').then(({ formZh }) => formZh)

const loadSealWords = (): Promise<SealWords> =>
  document.documentElement.lang === 'en'
    ? import('../locales/seal-en').then(({ sealEn }) => sealEn)
    : import('../locales/seal-zh').then(({ sealZh }) => sealZh)

for (const element of document.querySelectorAll<HTMLElement>('[data-island]')) {
  const load = islands[element.dataset.island ?? '']
  if (load) void Promise.all([load(), loadWords()]).then(([{ start }, words]) => start(element, words))
}

const seal = document.querySelector<HTMLElement>('[data-seal]')
if (seal)
  void Promise.all([import('../islands/start-seal-check'), loadSealWords()]).then(([{ start }, words]) =>
    start(seal, words),
  )

const quotable = document.querySelector<HTMLElement>('[data-quote]')
if (quotable) void import('../islands/start-quoting').then(({ start }) => start(quotable))

const entry = document.querySelector<HTMLFormElement>('form[data-draft]')
if (entry) void import('../islands/start-entry-draft').then(({ start }) => start(entry))

const printable = document.querySelector<HTMLElement>('[data-print]')
if (printable) startPrinting(printable)

const copyable = document.querySelector<HTMLElement>('[data-copy]')
if (copyable) startCopying(copyable)

document.querySelector<HTMLElement>('[data-focus]')?.focus()

try {
  const storage = window.localStorage
  const sent = document.querySelector<HTMLElement>('[data-sent]')?.dataset.sent
  if (sent) clearDraft(storage, sent)
  if (storage.length > 0 && !document.querySelector('[data-island]'))
    void import('../islands/sweep-device').then(({ start }) => start(storage))
  for (const fold of document.querySelectorAll<HTMLDetailsElement>('details[data-fold]')) {
    const id = fold.dataset.fold ?? ''
    if (isFolded(storage, id)) fold.open = false
    fold.addEventListener('toggle', () => rememberFold(storage, id, !fold.open))
  }
} catch {
  // Without storage nothing is remembered.
}
