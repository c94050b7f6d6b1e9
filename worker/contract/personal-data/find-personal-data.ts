import { findAddresses } from './find-addresses'
import { findBankCards } from './find-bank-cards'
import { findEmails } from './find-emails'
import { findIdNumbers } from './find-id-numbers'
import { findPhones } from './find-phones'
import { findPlates } from './find-plates'
import { findSocialAccounts } from './find-social-accounts'
import { foldText } from './fold-text'
import type { Passage } from './signal'

/** Where two of them claim the same words, the one that stands first here has them. */
export const personalDataFinders = [
  findEmails,
  findIdNumbers,
  findBankCards,
  findPhones,
  findSocialAccounts,
  findPlates,
  findAddresses,
]

/** What looks like a person's data, in the order in which it stands in the text; offsets are into the original. */
export function findPersonalData(text: string): Passage[] {
  const folded = foldText(text)
  return claim(personalDataFinders.map((find) => find(folded))).sort((a, b) => a.start - b.start)
}

/** Of passages that touch one another, those of the earlier finder. */
export function claim(found: readonly Passage[][]): Passage[] {
  const claimed: Passage[] = []
  for (const passage of found.flat())
    if (!claimed.some((other) => passage.start < other.end && other.start < passage.end))
      claimed.push(passage)
  return claimed
}
