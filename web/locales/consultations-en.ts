import type { ConsultationWords } from './consultations-zh'

export const consultationsEn: ConsultationWords = {
  title: 'All consultations',
  lead: 'What is open, what opens soon and what has closed. Opinions and results of closed consultations stay public.',
  groups: {
    open: 'Open',
    upcoming: 'Not open yet',
    closed: 'Closed',
    answered: 'Results published',
  },
  none: 'Nothing is open for opinions at present.',
  opens: 'Opens',
  closes: 'Closes',
  closed: 'Closed',
  result: 'Results published',
  left: (days) => (days === 1 ? '1 day left' : `${days} days left`),
  counts: (measures, received, published) =>
    `${measures} measures, ${received} comments received, ${published} public`,
  toResult: 'See the results',
  current: 'Current consultation',
  rules: 'Who can take part',
  participants: {
    everybody: 'Enterprises, associations, institutions and individuals can comment.',
    organisations: 'Opinions of enterprises, associations and institutions only.',
    verified: 'Opinions of verified organisations only.',
  },
  noReplies: 'Replies are switched off in this consultation.',
  shortPeriod: (reason) => `Why the period is shorter than 30 days: ${reason}`,
  extension: (reason) => `The closing day was put off. Reason: ${reason}`,
}
