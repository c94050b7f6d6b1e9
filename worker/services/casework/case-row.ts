import type {
  Channel,
  CommentState,
  Disposition,
  ParticipantKind,
  Stance,
  UnitPart,
} from '../../contract/words'
import type { CommentRow } from '../comments/present'
import type { OpinionRow } from '../opinions/read-opinions'
import type { AssignmentRow } from './assignment'

/** What the database answers about a case and its comment. */
export interface CaseRow extends CommentRow, OpinionRow, AssignmentRow {
  state: CommentState
  files: string
  may_open_annex: number
  is_admissible: number
  revision: number
  uscc: string | null
  channel: Channel
  opened_at: number
  measure_title: string
  short_title: string
  short_title_en: string
  clause_number: number | null
  clause_text: string | null
  current_text: string | null
  made_on: number
  current_revision: number
  quote: string | null
  disposition: Disposition | null
  disposition_version: number
  group_count: number | null
}

export interface StanceRow {
  participant_kind: ParticipantKind
  stance: Stance
  count: number
}

export interface DispositionCountRow {
  disposition: Disposition | ''
  count: number
}

export interface MeasureUnitRow {
  key: string
  name: string
  name_en: string
  part: UnitPart
}
