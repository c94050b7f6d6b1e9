import type { ErrorCode, FieldCode } from '../errors'
import type {
  BannedWordCategory,
  CommentState,
  Decision,
  ParticipantKind,
  RedactionReason,
  ReviewKind,
  Role,
  SecondLook,
  SignalKind,
  Stance,
} from '../words'

/** The domain's own words, which pages, API messages and exports all use. */
export interface DomainWords {
  kinds: Record<ParticipantKind, string>
  stances: Record<Stance, string>
  states: Record<CommentState, string>
  decisions: Record<Decision, string>
  reviewKinds: Record<ReviewKind, string>
  signals: Record<SignalKind, string>
  redactions: Record<RedactionReason, string>
  secondLooks: Record<SecondLook, string>
  bannedWordCategories: Record<BannedWordCategory, string>
  roles: Record<Role, string>
  anonymous: string
  errors: Record<ErrorCode, string>
  fields: Record<FieldCode, string>
}
