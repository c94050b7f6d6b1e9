import type { ExportQuery } from '../../contract/staff'
import type {
  Channel,
  CommentState,
  Decision,
  Disposition,
  EnterpriseSize,
  ParticipantKind,
  ResponseState,
  SignalKind,
  StampState,
  Stance,
  TargetOpinion,
} from '../../contract/words'

/** A comment with all that the department knows of it. Instants are ISO 8601 in UTC. */
export interface ExportRow {
  publicId: string
  revision: number
  state: CommentState
  channel: Channel
  /** The day on which it reached the department, in Beijing: 2021-03-19. */
  receivedOn: string
  /** The number of the letter or the call; null for what came in online. */
  reference: string | null
  /** Where its file came from, for what was imported. */
  importFile: string | null
  themeNumber: number
  themeTitle: string
  measureKey: string
  measureTitle: string
  clauseKey: string | null
  /** As the clause read in the revision that the comment was made on. */
  clauseText: string | null
  planRevision: number
  quote: string | null
  /** The revision of the plan in which the words that it is on are gone. */
  orphanedIn: number | null
  parentPublicId: string | null
  participantKind: ParticipantKind
  /** As readers see it: an individual's name masked unless its owner agreed to more. */
  author: string
  organisationName: string | null
  uscc: string | null
  /** Null for individuals. */
  isVerified: boolean | null
  /** Whether a stamped paper of the text was confirmed, and how far the last scan came; null for individuals, and where none came in. */
  isStamped: boolean | null
  stampState: StampState | null
  displayName: string | null
  /** An individual's consent to be named in full; null for organisations. */
  showName: boolean | null
  size: EnterpriseSize | null
  industry: string | null
  city: string | null
  /** What named staff alone may read, never exported: whether there is one, what is public of it, how often it was opened. */
  hasAnnex: boolean
  annexSummary: string | null
  annexOpenings: number | null
  consentPublish: boolean
  /** The privacy notice that applied; null for offline comments, and for those from before there was one. */
  noticeVersion: number | null
  stance: Stance
  body: string
  /** How the clause should read instead. */
  wording: string | null
  /** Length of the body as people count it. */
  characters: number
  /** Passages that are hidden in the body. */
  hiddenCount: number
  targetOpinions: RowTargetOpinion[]
  /** Published replies. */
  replyCount: number
  /** Null where no other comment is like it. */
  similarGroupId: number | null
  similarCount: number | null
  similarity: number | null
  signals: SignalKind[]
  contact: string | null
  createdAt: string
  submittedAt: string
  /** The latest decision; all null while none was taken. */
  decidedAt: string | null
  decision: Decision | null
  reasonId: string | null
  reasonText: string | null
  note: string | null
  moderator: string | null
  /** How often it was decided on. */
  decidedCount: number
  /** When its author appealed. */
  appealedAt: string | null
  /** Whether it is to be disposed of. */
  isAdmissible: boolean
  /** When it was accepted. */
  openedAt: string | null
  unit: string | null
  assignee: string | null
  dueAt: string | null
  disposition: Disposition | null
  dispositionVersion: number | null
  dispositionReason: string | null
  passedTo: string | null
  changedClauses: RowClauseChange[]
  disposedAt: string | null
  disposedBy: string | null
  responseId: number | null
  responseState: ResponseState | null
  /** What readers see. */
  responseText: string | null
  responseVersion: number | null
  respondedAt: string | null
  /** A version in the making. */
  draftText: string | null
  /** Keys and names, in the order of the codebook. */
  codes: string[]
}

export interface RowTargetOpinion {
  key: string
  quote: string
  opinion: TargetOpinion
  value: number | null
  unit: string
  /** What it rests on. */
  evidence: string | null
}

export interface RowClauseChange {
  clauseKey: string
  revision: number
  kind: 'amend' | 'add' | 'remove'
  text: string | null
}

/** What a workbook says of itself. */
export interface ExportAbout {
  /** The consultation's title. */
  consultation: string
  authority: string
  opensAt: string
  closesAt: string
  /** ISO 8601, UTC. */
  takenAt: string
  filters: ExportQuery
}
