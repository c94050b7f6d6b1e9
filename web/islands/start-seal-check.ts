import { getConsistency, getInclusion } from '../api/transparency'
import { formatFullMoment } from '../lib/beijing-time'
import { checkSeal, readSeenHead, rememberHead, type SealCheck } from '../lib/check-seal'
import { groupDigits } from '../lib/numerals'
import type { SealWords } from '../locales/seal-zh'

function deviceStorage(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}

/** Lets the reader's own browser check the receipt's place in the sealed record. */
export function start(block: HTMLElement, words: SealWords): void {
  const language = document.documentElement.lang === 'en' ? 'en' : 'zh'
  const offer = block.querySelector<HTMLElement>('.seal-offer')
  const button = offer?.querySelector('button')
  const result = block.querySelector<HTMLElement>('.seal-result')
  if (!offer || !button || !result) return

  const say = (mood: 'busy' | 'sound' | 'altered' | 'unable', ...sentences: string[]) => {
    result.dataset.mood = mood
    result.replaceChildren(
      ...sentences.map((sentence) => Object.assign(document.createElement('p'), { textContent: sentence })),
    )
  }
  const tell = (check: SealCheck) => {
    if (check.kind === 'altered') return say('altered', words.altered[check.what], words.alteredHint)
    const { entries, head, since } = check
    say(
      'sound',
      head && entries > 0 ? words.sound(groupDigits(entries), groupDigits(head.size)) : words.noneYet,
      ...(since ? [words.since(formatFullMoment(since.seenAt, language), groupDigits(since.size))] : []),
      ...(head ? [words.remembered] : []),
    )
  }
  const check = async () => {
    if (!globalThis.crypto?.subtle) return say('unable', words.unable)
    say('busy', words.checking)
    const storage = deviceStorage()
    const inclusion = await getInclusion(block.dataset.seal ?? '')
    const checked = await checkSeal(inclusion, storage && readSeenHead(storage), getConsistency)
    if (storage && checked.kind === 'sound' && checked.head)
      rememberHead(storage, { ...checked.head, seenAt: new Date().toISOString() })
    tell(checked)
  }

  offer.hidden = false
  button.addEventListener('click', () => {
    if (result.dataset.mood !== 'busy') check().catch(() => say('unable', words.unreachable))
  })
}
