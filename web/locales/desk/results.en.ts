import type { ResultsWords } from './results.zh'

export const resultsEn: ResultsWords = {
  results: {
    heading: 'Publish the result',
    intro:
      'The result can be published once every admissible comment has a disposition and the figures add up. Authors then see the outcome of their own comment on the receipt.',
    left: 'Still',
    leftUnit: 'comments without a disposition',
    nothingLeft: 'Every admissible comment has a disposition',
    progress: (done, all) => `${done} of ${all} done`,
    checks: 'What must hold first',
    ok: 'Holds',
    notYet: 'Not yet',
    overridable: 'May be overridden, for a stated reason',
    check: {
      not_closed: 'The consultation is closed',
      unreconciled: 'Figures received, moderated and disposed of add up',
      unpublished_changes: 'Every change that a disposition names is in a published revision',
      pending: 'No comment waits for moderation',
      open_reviews: 'No second look or appeal is open',
      undisposed: 'Every admissible comment has a disposition',
    },
    detail: {
      not_closed: (moment) => `closes on ${moment}`,
      pending: (count) => `${count} waiting`,
      open_reviews: (count) => `${count} open`,
      unpublished_changes: (count) => `${count} not published`,
      undisposed: (count) => `${count} without one`,
    },
    equation: 'The sums',
    received: 'Received',
    admissible: 'Admissible',
    where: 'Measures with work left',
    open: (count) => `${count} left`,
    publish: 'Publish the result',
    count: 'Check the figures',
    counted: (admissible, undisposed) =>
      undisposed === '0'
        ? `This publishes the outcome of ${admissible} comments. It cannot be taken back.`
        : `This publishes the result of ${admissible} comments, ${undisposed} of them without a disposition. It cannot be taken back; the reason and your name are printed with it.`,
    confirm: 'Publish',
    cancel: 'Cancel',
    override: 'Reason for publishing before all is done',
    overrideHint: 'It is printed with the result. Name the grounds and what follows.',
    overrideMissing: 'State the reason for publishing before all is done.',
    notYours: 'Until all is done only an administrator may publish, for a stated reason.',
    published: (moment) => `The result was published on ${moment}.`,
    see: 'See the published result',
    refresh: 'Refresh',
  },
}
