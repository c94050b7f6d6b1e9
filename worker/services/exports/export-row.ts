import type { ExportQuery } from '../../contract/staff'
import type { CommentState, Decision, ParticipantKind, Stance } from '../../contract/words'

/** A comment with all that the department knows of it. Instants are ISO 8601 in UTC. */
export interface ExportRow {
  publicId: string
  revision: number
  state: CommentState
  themeNumber: number
  themeTitle: string
  measureKey: string
  measureTitle: string
  clauseKey: string | null
  clauseText: string | null
  parentPublicId: string | null
  participantKind: ParticipantKind
  organisationName: string | null
  uscc: string | null
  /** Null for individuals. */
  isVerified: boolean | null
  displayName: string | null
  /** An individual's consent to be named in full; null for organisations. */
  showName: boolean | null
  consentPublish: boolean
  stance: Stance
  body: string
  /** Length of the body as people count it. */
  characters: number
  /** Passages that are hidden in the body. */
  hiddenCount: number
  /** Published replies. */
  replyCount: number
  contact: string | null
  createdAt: string
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
}

/** What a workbook says of itself. */
export interface ExportAbout {
  /** The consultation's title. */
  consultation: string
  /** ISO 8601, UTC. */
  takenAt: string
  filters: ExportQuery
}
