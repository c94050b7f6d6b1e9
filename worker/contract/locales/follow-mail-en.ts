import type { FollowMailWords } from './follow-mail-zh'

export const followMailEn: FollowMailWords = {
  confirmSubject: (title) => `Please confirm: follow ${title}`,
  confirm: (title) =>
    `Somebody asked for this address to follow ${title}. If it was you, please open this link to confirm:`,
  pending: (names) => `To be followed: ${names}.`,
  notYou:
    'If it was not you, do nothing. What is not confirmed is deleted after 7 days, and nothing else is sent.',
  manageSubject: (title) => `What you follow of ${title}`,
  alreadyFollowing: (title) =>
    `This address follows ${title} already. To change how often, what of, or to unsubscribe, open:`,
  subjects: { all: 'everything', answers: 'the department’s answers', results: 'the result' },
  theme: (name) => `theme “${name}”`,
  measure: (key, name) => `measure ${key} “${name}”`,
  join: ', ',
  digestSubject: (title, what) => `${title}: ${what}`,
  newComments: (count) => (count === '1' ? '1 new comment' : `${count} new comments`),
  newAnswers: (count) => (count === '1' ? '1 answer' : `${count} answers`),
  newChanges: (count) => (count === '1' ? 'a measure was amended' : `${count} measures were amended`),
  newResult: 'the result is public',
  intro: (title) => `There is something new in ${title}, which you follow.`,
  result: (received, admissible) => `Comments received: ${received}; taken up: ${admissible}.`,
  disposed: (disposition, count) => `${disposition} ${count}`,
  place: (key, name) => `${key} ${name}`,
  clause: (number) => `Sentence ${number}`,
  change: {
    amend: (clause) => `${clause} now reads:`,
    add: (clause) => `${clause} is new:`,
    remove: (clause) => `${clause} was removed. It read:`,
  },
  revision: (number) => `Amended in revision ${number}`,
  answer: (by) => `Answer of ${by}`,
  comment: (by, stance) => `${by} (${stance})`,
  repliesTo: (by, beginning) => `In reply to ${by}: “${beginning}”`,
  suggests: (clause, wording) => `${clause} should read: ${wording}`,
  annexed: (summary) => `Summary of a confidential annex: ${summary}`,
  unconfirmed: ' (not reviewed yet)',
  moreComments: (count) => `… and ${count} more comments`,
  moreAnswers: (count) => `… and ${count} more answers`,
  often: {
    at_once: 'You chose to be told at once.',
    daily: 'You chose to be told daily.',
    weekly: 'You chose to be told weekly.',
  },
  manage: 'Change how often or what of',
  end: 'Unsubscribe',
  footer:
    'This mail was sent automatically; please do not reply. Its links are yours alone: please do not pass them on.',
  feeds: {
    measure: (key, name) => `Measure ${key} ${name}`,
    answers: 'The department’s answers',
    results: 'The result',
    revisions: 'Changes to the text',
  },
  commentBy: (by, key) => `${by} on ${key}`,
  answerOn: (by, key) => `${by} answers on ${key}`,
  changedIn: (number, key) => `${key} amended in revision ${number}`,
}
