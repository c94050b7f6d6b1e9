import type { ErrorCode, FieldCode } from '../errors'
import type {
  BannedWordCategory,
  Channel,
  ClauseChangeKind,
  CommentState,
  Decision,
  Disposition,
  EnterprisePart,
  EnterpriseSize,
  EnterpriseState,
  ExportState,
  Ownership,
  ParticipantKind,
  RedactionReason,
  ResponseAct,
  ResponseState,
  ReviewKind,
  Role,
  SecondLook,
  SignalKind,
  StampRefusal,
  StampState,
  Stance,
  TargetOpinion,
  UnitPart,
  VerificationMeans,
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
  ownerships: Record<Ownership, string>
  enterpriseStates: Record<EnterpriseState, string>
  enterpriseParts: Record<EnterprisePart, string>
  stampStates: Record<StampState, string>
  stampRefusals: Record<StampRefusal, string>
  verificationMeans: Record<VerificationMeans, string>
  dispositions: Record<Disposition, string>
  responseStates: Record<ResponseState, string>
  responseActs: Record<ResponseAct, string>
  unitParts: Record<UnitPart, string>
  clauseChanges: Record<ClauseChangeKind, string>
  channels: Record<Channel, string>
  targetOpinions: Record<TargetOpinion, string>
  enterpriseSizes: Record<EnterpriseSize, string>
  exportStates: Record<ExportState, string>
  anonymous: string
  /** Whoever acted, where their account is deleted by now. */
  goneAccount: string
  errors: Record<ErrorCode, string>
  fields: Record<FieldCode, string>
}
