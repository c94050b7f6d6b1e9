import type { ConsultationWords } from './consultations-zh'

export const consultationsEn: ConsultationWords = {
  title: 'All consultations',
  lead: 'What is open, what opens soon and what has closed. Comments and results of closed consultations stay public.',
  groups: {
    open: 'Open',
    upcoming: 'Not open yet',
    closed: 'Closed',
    answered: 'Results published',
  },
  none: 'Nothing is open for comments at present.',
  opens: 'Opens',
  closes: 'Closes',
  closed: 'Closed',
  result: 'Results published',
  counts: (measures, received, published) =>
    `${measures} ${measures === 1 ? 'measure' : 'measures'}, ${received} comments received, ${published} public`,
  toResult: 'See the results',
  current: 'Current consultation',
  rules: 'Who can take part',
  participants: {
    everybody: 'Enterprises, associations, institutions and individuals can comment.',
    organisations: 'Comments of enterprises, associations and institutions only.',
    verified: 'Comments of verified organisations only: please sign in with the organisation’s account.',
  },
  noReplies: 'Replies are switched off in this consultation.',
  shortPeriod: 'Why the period is shorter than 30 days: ',
  shortAtFirst: 'Why the period was at first shorter than 30 days: ',
  extension: 'The closing day was put off. Reason: ',
}
