/** Limits of fields and pages, shared by the input schemas, the forms and the verbs. Lengths are in characters as people count them. */
export const limits = {
  body: 5000,
  displayName: 20,
  organisationName: 100,
  /** The document that proves an enterprise: its kind and number. */
  documentName: 100,
  /** Of an enterprise. */
  members: 50,
  contact: 100,
  note: 500,
  /** What everybody reads in place of a confidential annex, and what it is opened for. */
  annexSummary: 500,
  annexPurpose: 100,
  clauseText: 1000,
  /** The passage of a clause that a comment is on. */
  quote: 200,
  /** A clause as somebody would have it. */
  wording: 1000,
  searchQuery: 50,
  /** Of what was typed before a session ended, encoded as forms are, so that it fits a request once more. */
  keptForm: 100_000,
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
  /** Decided by one act: at worst three requests to the database for each, of the thousand that one call of a Worker may make. */
  batchSize: 300,
  batchSample: 5,
  appeal: 1000,
  /** Of the list that calls for attention: a word, and all of it, for every submission reads it. */
  bannedWord: 30,
  bannedWords: 1000,
  /** Of one kind to one address on one day. */
  accountMailsADay: 3,
  /** Days after which it is no longer kept that a mail was sent. */
  sentMailDays: 30,
  /** Days for which a mail is tried that its recipient's server puts off. */
  deferredMailDays: 5,
  /** Of mails that could not be delivered: shown, and counted up to. */
  undeliveredShown: 10,
  undeliveredCounted: 1000,
  /** Comments disposed of or answered, and responses released, by one act. */
  caseBatch: 200,
  dispositionReason: 2000,
  passedTo: 100,
  clauseChanges: 50,
  response: 5000,
  standardTitle: 40,
  /** Opinions on targets that one comment may give, and the largest figure that it may suggest. */
  targetsAnswered: 20,
  suggestedFigure: 1_000_000_000,
  /** A suggested figure beyond this many times the target is a slip of the pen or of the unit. */
  suggestedTimes: 100,
  /** What an opinion on a target rests on. */
  targetEvidence: 500,
  /** Cases in a page of the list, assigned by one act, and counted where the counter is not kept. */
  casesShown: 30,
  assignedAtOnce: 200,
  casesCounted: 1000,
  /** The longest time that a case is given, in working days. */
  caseDays: 60,
  supportingUnits: 20,
  /** A note among colleagues, whom it mentions, and how many are shown beside a case. */
  staffNote: 2000,
  mentions: 20,
  notesShown: 100,
  /** Of the codebook: a name, a definition, and all of it. */
  codeName: 30,
  codeText: 500,
  codes: 200,
  /** What the machine reads to sort: at once, and in all; what it finds, and what it sends of that at once. */
  textsPage: 200,
  textsRead: 20_000,
  clusters: 40,
  suggestionPart: 300,
  settledAtOnce: 500,
  sampleSize: 300,
  replyDepth: 4,
  requestBytes: 131_072,
  /** Opinions that came in past the site: a file of them, its name, and the number that a letter has. */
  importBytes: 5_242_880,
  importRequestBytes: 7_200_000,
  importRows: 2000,
  problemsShown: 200,
  previewRows: 50,
  importsShown: 50,
  fileName: 200,
  offlineReference: 60,
  /** Days after which a follow that nobody confirmed is gone, and after the result (or, without one, the closing) every follow. */
  followPendingDays: 7,
  followDaysAfterResult: 30,
  followDaysAfterClosing: 365,
  /** How often a day, and minutes apart, one address is sent its link. */
  followLinksADay: 3,
  followLinkMinutes: 10,
  followSubjects: 50,
  /** Minutes between two mails to somebody who wants them at once. */
  digestMinutes: 5,
  /** Of a digest: characters of a comment and of an answer, and how many of each for a measure. */
  digestComment: 300,
  digestAnswer: 1000,
  digestItems: 5,
  /** Answers and changes that one digest looks through. */
  digestRead: 200,
  /** Entries of a feed. */
  feedEntries: 30,
  /** A plan as it is pasted, the names that it goes by, and what is printed of its period; days from which on nothing need be said. */
  planSource: 60_000,
  /** What of the ids of a consultation's rows there are. */
  planRows: 9_000,
  planTitle: 80,
  shortTitle: 20,
  shortTitleEn: 60,
  printedReason: 300,
  usualPeriod: 30,
  longestPeriod: 366,
  /** Recent exports in the list of the desk. */
  exportsShown: 20,
} as const
