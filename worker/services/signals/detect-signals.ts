import { claim, personalDataFinders } from '../../contract/personal-data/find-personal-data'
import { foldText } from '../../contract/personal-data/fold-text'
import type { Passage, Signal } from '../../contract/personal-data/signal'
import { checkForm } from './check-form'
import { findBannedWords, type ListedWord } from './find-banned-words'
import { findLinks } from './find-links'
import { findTradeSecrets } from './find-trade-secrets'

/** Everything that a text gives notice of, in the order in which it stands there; offsets are into the original. */
export function detectSignals(
  text: string,
  { words, ownName }: { words: readonly ListedWord[]; ownName: string | null },
): Signal[] {
  const folded = foldText(text)
  const [emails = [], ...others] = personalDataFinders.map((find) => find(folded))
  // A full-width sign ends a link, but not a number; an address of mail has its own host first.
  const passages = claim([emails, findLinks(text), ...others])
  const prose = withoutAddresses(text, passages)
  passages.push(...findTradeSecrets(folded, ownName), ...findBannedWords(folded, words))
  passages.sort((a, b) => a.start - b.start || a.end - b.end)
  return [...passages, ...checkForm(text, prose)]
}

function withoutAddresses(text: string, passages: Passage[]): string {
  return passages
    .filter(({ kind }) => kind === 'email' || kind === 'link' || kind === 'social_account')
    .reduce((rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), text)
}
