import type { MailWords } from './mail-zh'

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
]
const two = (number: number) => String(number).padStart(2, '0')

export const mailEn: MailWords = {
  day: ({ year, month, day }) => `${day} ${months[month - 1]} ${year}`,
  clock: ({ hour, minute }) => `${two(hour)}:${two(minute)}`,
  greeting: 'Hello,',
  about: (day, measure, publicId) => `your comment of ${day} on “${measure}” (number ${publicId})`,
  decided: (about) => `There is a decision on ${about}.`,
  appealDecided: (about) =>
    `There is a decision on your appeal about ${about}. It was made by a moderator who had not dealt with the comment before.`,
  outcome: 'Decision',
  appealOutcome: 'Outcome of the appeal',
  outcomes: {
    publish: 'accepted and published',
    redact: 'published with parts hidden',
    return: 'returned for change',
    reject: 'not published',
    restore: 'restored',
    uphold: 'decision upheld',
  },
  acceptedInPrivate: 'accepted; as you chose, not public',
  at: 'Time',
  reason: 'Reason',
  note: 'Moderator’s note',
  appealNote: 'Moderator’s reply',
  hidden: 'Hidden',
  hiddenPart: (reason, count) => `${reason} (${count})`,
  hiddenJoin: ', ',
  next: 'What you can do',
  resubmit: (day, days) =>
    `You may change your comment and submit it again until 24:00 on ${day}. We review it within ${days} working ${days === 1 ? 'day' : 'days'}.`,
  appeal: (day) =>
    `If you disagree, you may appeal once until 24:00 on ${day}. Another moderator will then decide.`,
  noMore: 'This appeal is closed, and the comment cannot be appealed again.',
  lookup: 'How to look it up',
  lookupAt: (address) => `open this address and enter the query code.\n${address}`,
  lookupBySite: (publicId) =>
    `open “Find a receipt” on our site and enter the number ${publicId} and the query code.`,
  code: 'The query code is not in this mail. Use the one you kept when you submitted, and do not pass it on.',
  delaySubject: 'review delayed',
  delayed: (about, day) =>
    `We are still reviewing ${about}. The review is delayed; we expect to finish by 24:00 on ${day}.`,
  delayDefault:
    'We received many comments and could not review them all in the time promised. We apologise. They are reviewed in the order in which they came; there is no need to submit again.',
  resultSubject: 'outcome published',
  resultTold: (about, day) => `The outcome of ${about} was published on ${day}.`,
  disposition: 'Outcome',
  resultReason: 'The reason, the changes made because of it and any answer are on the receipt page.',
  footer: 'This mail was sent automatically; please do not reply. All times are Beijing time.',
  line: (label, value) => `${label}: ${value}`,
  subject: (publicId, what) => `Comment ${publicId}: ${what}`,
}
