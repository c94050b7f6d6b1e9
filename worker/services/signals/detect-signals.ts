import { checkForm } from './check-form'
import { findAddresses } from './find-addresses'
import { findBankCards } from './find-bank-cards'
import { findBannedWords, type ListedWord } from './find-banned-words'
import { findEmails } from './find-emails'
import { findIdNumbers } from './find-id-numbers'
import { findLinks } from './find-links'
import { findPhones } from './find-phones'
import { findPlates } from './find-plates'
import { findSocialAccounts } from './find-social-accounts'
import { findTradeSecrets } from './find-trade-secrets'
import { foldText } from './fold-text'
import type { Passage, Signal } from './signal'

/** Where two of them claim the same words, the one that stands first here has them. */
const exclusive = [
  findEmails,
  findLinks,
  findIdNumbers,
  findBankCards,
  findPhones,
  findSocialAccounts,
  findPlates,
  findAddresses,
]

/** Everything that a text gives notice of, in the order in which it stands there; offsets are into the original. */
export function detectSignals(
  text: string,
  { words, ownName }: { words: readonly ListedWord[]; ownName: string | null },
): Signal[] {
  const folded = foldText(text)
  const passages: Passage[] = []
  for (const find of exclusive) {
    // A full-width sign ends a link, but not a number.
    for (const passage of find(find === findLinks ? text : folded)) {
      if (!passages.some((other) => touches(other, passage))) passages.push(passage)
    }
  }
  const prose = withoutAddresses(text, passages)
  passages.push(...findTradeSecrets(folded, ownName), ...findBannedWords(folded, words))
  passages.sort((a, b) => a.start - b.start || a.end - b.end)
  return [...passages, ...checkForm(text, prose)]
}

const touches = (a: Passage, b: Passage) => a.start < b.end && b.start < a.end

function withoutAddresses(text: string, passages: Passage[]): string {
  return passages
    .filter(({ kind }) => kind === 'email' || kind === 'link' || kind === 'social_account')
    .reduce((rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), text)
}
