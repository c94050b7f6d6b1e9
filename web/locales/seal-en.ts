import type { SealWords } from './seal-zh'

export const sealEn = {
  heading: 'Where this comment stands in the sealed record',
  lead: 'Each step taken on this comment is written to a record that can only be added to, and sealed at short intervals. Once sealed, any change or removal can be found out.',
  actions: {
    'comment.submitted': 'Received',
    'comment.resubmitted': 'Changed text received',
    'comment.published': 'Passed review, published',
    'comment.private': 'Passed review, not public',
    'comment.redacted': 'Published with parts hidden',
    'comment.returned': 'Returned for change',
    'comment.rejected': 'Not published',
    'comment.restored': 'Restored',
    'comment.upheld': 'Decision upheld',
    'comment.appealed': 'Appeal received',
    'original.read': 'Original read by a named role',
  } as Record<string, string>,
  place: (number: string) => `Entry ${number}`,
  newest: (size: string, moment: string) => `Newest seal: ${moment}, ${size} entries in all, with the value`,
  waiting: 'It will be part of the next seal.',
  moreWaiting: (count: string) =>
    `${count} more ${count === '1' ? 'entry' : 'entries'} will be part of the next seal.`,
  check: 'Check now',
  checkHint: 'Your own browser does the sums and remembers the seal, to compare with next time.',
  about: 'About the sealed record, and how to check all of it',
  checking: 'Checking. Please wait.',
  sound: (entries: string, size: string) =>
    `All is well: ${entries === '1' ? 'this entry is' : `these ${entries} entries are`} among the ${size} sealed.`,
  noneYet: 'Nothing about this comment is sealed yet. It will be part of the next seal.',
  since: (moment: string, size: string) =>
    `The record goes on from what you checked on ${moment} (${size} entries): nothing was changed or removed in between.`,
  remembered: 'This browser remembers the seal, to compare with next time.',
  altered: {
    entry: 'The check failed: an entry does not fit its seal.',
    place: 'The check failed: an entry is not where it should be.',
    history: 'The check failed: what you checked last time was changed since.',
    shrunk: 'The check failed: there are fewer entries than when you last checked.',
  },
  alteredHint: 'Please save or print this page and tell the department.',
  unable:
    'This browser or connection cannot do the sums. Please come by https, or check as the page on the sealed record says.',
  unreachable: 'The site could not be reached and nothing was checked. Please try again later.',
} satisfies SealWords
