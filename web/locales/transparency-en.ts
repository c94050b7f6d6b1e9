import type { transparencyZh } from './transparency-zh'

export const transparencyEn: typeof transparencyZh = {
  title: 'The sealed record',
  lead: 'Each step from the submission of a comment to its review is written to a record that can only be added to. New entries are sealed at short intervals, and the seals are published here. By them anyone can check whether an entry was removed, changed or moved.',
  newest: 'The newest seal',
  none: 'Nothing is sealed yet.',
  entries: 'Entries',
  sealedAt: 'Sealed on',
  root: 'Value',
  keep: 'You may note, photograph or print this value. While anybody keeps it, what came before can no longer be changed unnoticed.',
  whatTitle: 'What is sealed',
  what: [
    'Comments as they are submitted, changed and submitted again, and appeals.',
    'Decisions with the code of their reason, where words were hidden and why, and each reading of an original.',
    'Changes to the rules and settings of moderation, and notices of delay.',
    'Acts inside the office, such as signing in, changes of accounts, passing on and second looks: only their time and kind are public.',
  ],
  notWhat:
    'The text of comments, contact details and the names of staff are not published here. What is internal is part of the record as a value with a random number in it: nothing can be read from the value, but a change shows as soon as it is checked.',
  whyTitle: 'Why a change can be found out',
  why: [
    'A value is computed from each entry with SHA-256. Values are joined two by two and computed again, level by level, until one value is left: the seal.',
    'If a single letter of one entry is changed, an entry is missing or two are exchanged, the seal is another. A later seal can also prove that it holds all that an earlier one held, in the same order.',
  ],
  howTitle: 'How to check',
  own: [
    'Your own comment',
    'Find your receipt with the number and the query code, and choose “Check now” on that page. Your own browser does the sums.',
  ],
  ownLink: 'Find a receipt',
  all: [
    'The whole record',
    'Get the program of this site and run the command below on your own computer, with the address of this site in it. It fetches every entry and computes everything anew; run again, it also compares with the seal that it saw last.',
  ],
  program: [
    'With a program of your own',
    'The record is built as the standard RFC 9162 says, like the public logs of web certificates. The value of an entry is the SHA-256 of a zero byte followed by the text of the entry in UTF-8. The interfaces are:',
  ],
  api: {
    heads: 'all seals',
    entries: 'all entries',
    inclusion: 'the entries about a comment',
    consistency: 'one seal going on from another',
  },
  recent: 'Recent seals',
  allHeads: 'All seals (data)',
  size: (count: string) => `${count} ${count === '1' ? 'entry' : 'entries'}`,
}
