import type { queueZh } from './queue.zh'

export const queueEn: typeof queueZh = {
  queue: {
    heading: 'Moderation',
    title: (pending) => `${pending} waiting`,
    waiting: 'Waiting',
    oldest: 'Longest wait',
    filters: 'Filters',
    order: 'Queue',
    all: 'Oldest first',
    kinds: 'Participants',
    measures: 'Measure',
    everyMeasure: 'All measures',
    list: 'Waiting comments',
    shown: (count) => `${count} loaded`,
    refresh: 'Refresh',
    refreshing: 'Refreshing…',
    loadingMore: 'Loading more…',
    moreFailed: 'The following comments could not be loaded.',
    end: 'End of the queue',
    empty: 'No comments waiting',
    emptyText: 'Refresh to see new ones.',
    emptyFilter: 'No waiting comment fits this filter',
    emptyFilterText: (pending) => `Try another filter: ${pending} are waiting in all.`,
    showAll: 'Show all',
    resubmitted: 'Resubmitted',
    isReply: 'Reply',
    unpublishable: 'Not public',
    back: 'Back to the list',
    previous: 'Previous',
    next: 'Next',
    choose: 'Choose a comment from the list.',
    waited: (days, hours, minutes) =>
      days > 0
        ? `${days} d ${hours} h`
        : hours > 0
          ? `${hours} h ${minutes} min`
          : minutes > 0
            ? `${minutes} min`
            : 'now',
    waitedLabel: (text) => `Waiting ${text}`,
  },
  place: (theme, measure) => `${theme}.${measure}`,
  themeNumber: (number) => `${number}`,
  sentence: (number) => `sentence ${number}`,
  verified: 'Verified',
  unverified: 'Unverified',
  shortcuts: {
    heading: 'Keyboard shortcuts',
    open: 'Shortcuts',
    use: 'Use single-key shortcuts',
    useHint:
      'When off, single letters and digits do nothing; Enter, Ctrl+Enter, Esc and the arrows still work.',
    whileTyping: 'Single-key shortcuts never act while you type in a field.',
    off: 'Single-key shortcuts are off',
    rows: {
      next: 'Next',
      previous: 'Previous',
      publish: 'Publish (or accept, not public)',
      return: 'Return for change',
      reject: 'Reject',
      reason: 'Choose a reason',
      confirm: 'Confirm the decision',
      confirmTyping: 'Confirm while writing a note',
      cancel: 'Cancel',
      refresh: 'Refresh the queue',
      help: 'Show shortcuts',
    },
  },
}
