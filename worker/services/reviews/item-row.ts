import type { Decision, ParticipantKind, ReviewKind, SignalKind } from '../../contract/words'
import type { CommentRow } from '../comments/present'
import type { OpinionRow } from '../opinions/read-opinions'

/** What the database answers about a review, its comment, its card and whoever has to do with it. */
export interface ItemRow extends CommentRow, OpinionRow {
  review_id: number
  /** {@link filesColumn} */
  files: string
  review_kind: ReviewKind
  read_revision: number
  opened_at: number
  submitted_at: number
  is_publishable: number
  /** {@link publishedAtOnce} */
  at_once: string
  uscc: string | null
  registered_as: string | null
  review_days: number
  published: number
  rejected: number
  response_parts: number
  measure_title: string
  short_title: string
  clause_number: number | null
  clause_text: string | null
  parent_body: string | null
  parent_kind: ParticipantKind | null
  parent_name: string | null
  parent_is_name_public: number | null
  parent_is_verified: number | null
  previous_body: string | null
  group_id: number | null
  member_count: number | null
  open_count: number
  holder_id: string | null
  holder: string | null
  held_until: number | null
  passed_to: string | null
  passed_by: string | null
  pass_note: string | null
  staged_id: string | null
  staged_decision: Decision | null
  effective_at: number | null
  staged_by: string | null
  stager: string | null
  appeal_text: string | null
  filed_at: number | null
}

export interface SubmissionRow {
  comment_id: number
  revision: number
  submitted_at: number
}

export interface DecisionRow {
  comment_id: number
  decided_at: number
  decision: Decision
  revision: number
  note: string | null
  reason_id: string
  zh: string
  en: string
  by: string
}

export interface SignalRow {
  comment_id: number
  revision: number
  kind: SignalKind
  start_offset: number | null
  end_offset: number | null
  detail: string | null
}
