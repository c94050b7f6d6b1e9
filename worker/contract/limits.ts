/** Limits of fields and pages, shared by the input schemas, the forms and the verbs. Lengths are in characters as people count them. */
export const limits = {
  body: 5000,
  displayName: 20,
  organisationName: 100,
  contact: 100,
  note: 500,
  searchQuery: 50,
  pageSize: 20,
  maxPageSize: 100,
  /** With each comment of a list, and with all of them together: no answer of the database may outgrow its 10 MB. */
  repliesShown: 20,
  repliesShownInAll: 400,
  /** A queue item brings its text up to three times: as it is, as it was, and what it answers. */
  queuePageSize: 20,
  /** What a moderator is dealt at once, for how long, and how often the desk says that somebody is still there. */
  handSize: 12,
  holdMinutes: 15,
  heartbeatSeconds: 60,
  /** A decision takes effect this long after it was made. */
  graceSeconds: 10,
  /** Passages that one decision hides. */
  redactions: 50,
  /** Decided by one act. */
  batchSize: 500,
  batchSample: 5,
  appeal: 1000,
  /** Of the list that calls for attention: a word, and all of it, for every submission reads it. */
  bannedWord: 30,
  bannedWords: 1000,
  replyDepth: 4,
  requestBytes: 131_072,
} as const
