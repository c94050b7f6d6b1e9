import type { PublishedFirstWords } from './published-first-zh'

export const publishedFirstEn: PublishedFirstWords = {
  rule: 'Comments are public as soon as they are sent; a moderator reads them afterwards.',
  publishHint:
    'It is public as soon as it is sent, and a moderator reads it afterwards. If it contains personal data or words to watch for, it is read first. The department gets it either way.',
  publishYesHint: 'At once, anyone can see the text and how it is signed',
  preview:
    'It is public as soon as you send it, and a moderator reads it afterwards. If it contains personal data or words to watch for, it is read first.',
  previewHeading: 'The public will see, once it is sent',
  publicYes: (name) =>
    `Public as soon as it is sent and read by a moderator afterwards, each by itself, in the name of “${name}”: name, kind, whether it is verified, stance, the whole text and the summary of its confidential annex; those with an annex, personal data or words to watch for are read first. Of attachments only the number is public; what is said of targets is for the figures and the department. Annexes, the code, who drafted and approved, and the history of the versions are not public.`,
  mark: 'Not reviewed yet',
  markHint: 'Public since it was sent; no moderator has read it yet',
  state: 'It is public. A moderator reads it next.',
  held: 'Something in the text, such as personal data, has to be checked: a moderator reads it first, then it is published.',
  nextSteps: (days, day) => [
    `Your comment is public. A moderator reads comments one by one, in the order in which they came: within ${days} working ${days === 1 ? 'day' : 'days'}, by ${day}.`,
    'If it passes it stays public. If personal data are hidden, or it is returned or not published, the reason is given.',
    'You can look it up at any time with the number and the query code.',
  ],
  promise: (days) =>
    `Comments whose authors agree to publication are public at once, marked “Not reviewed yet”; those with personal data or words to watch for are read first. We promise to review each within ${days} working day${days === 1 ? '' : 's'} of its arrival; working days follow the national calendar of holidays.`,
}
