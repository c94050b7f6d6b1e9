/** The closed vocabularies of the domain: what the database stores, the wire carries and the locales translate. */
export const participantKinds = ['enterprise', 'association', 'institution', 'individual'] as const
export type ParticipantKind = (typeof participantKinds)[number]

export const organisationKinds = ['enterprise', 'association', 'institution'] as const
export type OrganisationKind = (typeof organisationKinds)[number]

export const stances = ['support', 'partly', 'oppose', 'suggest'] as const
export type Stance = (typeof stances)[number]

/** Who may send opinions online; what reaches the department past the site is taken down whoever sent it. */
export const participantRules = ['everybody', 'organisations', 'verified'] as const
export type ParticipantRule = (typeof participantRules)[number]

/** Whether opinions are read by a moderator before they are public, or public at once and read afterwards. */
export const moderationRules = ['before', 'after'] as const
export type ModerationRule = (typeof moderationRules)[number]

/** `private` is accepted but, for want of the author's consent, never public. */
export const commentStates = ['pending', 'published', 'private', 'returned', 'rejected', 'withdrawn'] as const
export type CommentState = (typeof commentStates)[number]

/** `redact` publishes with passages hidden; `restore` and `uphold` answer an appeal or reverse what was decided. */
export const decisions = ['publish', 'redact', 'return', 'reject', 'restore', 'uphold'] as const
export type Decision = (typeof decisions)[number]

/** `first` reading, `second` look at a rejection, `appeal` of the author, blind `recheck` of a sample. */
export const reviewKinds = ['first', 'second', 'appeal', 'recheck'] as const
export type ReviewKind = (typeof reviewKinds)[number]

export const queueViews = ['age', 'soon', 'mine', 'passed', 'second', 'appeals', 'recheck'] as const
export type QueueViewName = (typeof queueViews)[number]

/** What a comment's text gives notice of. A signal routes and highlights; it never decides. */
export const signalKinds = [
  'id_number',
  'phone',
  'bank_card',
  'email',
  'plate',
  'social_account',
  'address',
  'trade_secret',
  'banned_word',
  'link',
  'language',
  'length',
  'similar',
] as const
export type SignalKind = (typeof signalKinds)[number]

/** Why a word is on the list that calls for attention. */
export const bannedWordCategories = ['insult', 'gambling', 'loan', 'invoice', 'advertising', 'other'] as const
export type BannedWordCategory = (typeof bannedWordCategories)[number]

/** Why a passage is hidden: 〔已隐去：联系方式〕. */
export const redactionReasons = [
  'contact',
  'identity',
  'account',
  'address',
  'person',
  'plate',
  'trade_secret',
  'wording',
] as const
export type RedactionReason = (typeof redactionReasons)[number]

/** Which rejections a second moderator sees before they take effect. */
export const secondLooks = ['all', 'sample', 'none'] as const
export type SecondLook = (typeof secondLooks)[number]

export const deskEventKinds = ['opened', 'closed', 'held', 'staged', 'unstaged'] as const
export type DeskEventKind = (typeof deskEventKinds)[number]

/** What became of a comment in the plan: the department's word on it. */
export const dispositions = [
  'adopted',
  'partly',
  'not_adopted',
  'already_covered',
  'out_of_scope',
  'passed_on',
] as const
export type Disposition = (typeof dispositions)[number]

export const responseStates = ['draft', 'reviewed', 'approved', 'published'] as const
export type ResponseState = (typeof responseStates)[number]

export const responseActs = ['write', 'review', 'approve', 'send_back', 'publish'] as const
export type ResponseAct = (typeof responseActs)[number]

export const unitParts = ['lead', 'support'] as const
export type UnitPart = (typeof unitParts)[number]

/** The parts of the cases: one's own, what is to be done, what is late, one's unit's, what is done, all. */
export const caseViews = ['todo', 'mine', 'overdue', 'unit', 'done', 'all'] as const
export type CaseViewName = (typeof caseViews)[number]

export const clauseChangeKinds = ['amend', 'add', 'remove'] as const
export type ClauseChangeKind = (typeof clauseChangeKinds)[number]

/** How a comment came in. */
export const channels = ['online', 'letter', 'email', 'hotline', 'meeting', 'department'] as const
export type Channel = (typeof channels)[number]

export const targetOpinions = ['too_high', 'fitting', 'too_low'] as const
export type TargetOpinion = (typeof targetOpinions)[number]

export const enterpriseSizes = ['large', 'medium', 'small', 'micro'] as const
export type EnterpriseSize = (typeof enterpriseSizes)[number]

export const suggestionStates = ['open', 'accepted', 'dismissed'] as const
export type SuggestionState = (typeof suggestionStates)[number]

export const exportStates = ['running', 'done', 'failed', 'cancelled'] as const
export type ExportState = (typeof exportStates)[number]

export const exportAudiences = ['staff', 'public'] as const
export type ExportAudience = (typeof exportAudiences)[number]

export const commentSorts = ['newest', 'oldest', 'discussed'] as const
export type CommentSort = (typeof commentSorts)[number]

/** Whoever works in the office, each at a desk. */
export const officeRoles = ['moderator', 'senior_moderator', 'staff', 'admin'] as const
export type OfficeRole = (typeof officeRoles)[number]

/** A `participant` has an account and no desk: a member of an enterprise, or an individual. */
export const roles = [...officeRoles, 'participant'] as const
export type Role = (typeof roles)[number]

/** Who has the controlling share, by the statistics of enterprises. */
export const ownerships = ['state', 'collective', 'private', 'hmt', 'foreign', 'other'] as const
export type Ownership = (typeof ownerships)[number]

/** How far it is proven that whoever acts for an enterprise belongs to it. */
export const enterpriseStates = ['unverified', 'submitted', 'verified', 'rejected'] as const
export type EnterpriseState = (typeof enterpriseStates)[number]

/** How far the stamped scan of a text has come; `earlier` once a newer text stands. */
export const stampStates = ['submitted', 'confirmed', 'refused', 'earlier'] as const
export type StampState = (typeof stampStates)[number]

/** Why a stamped scan is sent back. */
export const stampRefusals = [
  'no_seal',
  'other_organisation',
  'other_text',
  'incomplete',
  'illegible',
  'hidden_words',
  'other',
] as const
export type StampRefusal = (typeof stampRefusals)[number]

export const verificationMeans = ['document', 'sign_on', 'staff', 'claim'] as const
export type VerificationMeans = (typeof verificationMeans)[number]

/** An owner manages the enterprise and its members, a drafter writes, an approver sends. */
export const enterpriseParts = ['owner', 'drafter', 'approver'] as const
export type EnterprisePart = (typeof enterpriseParts)[number]

/** Where the response of an enterprise stands. */
export const submissionStates = ['drafting', 'in_approval', 'sent'] as const
export type SubmissionState = (typeof submissionStates)[number]

/** What its members do with it. */
export const submissionSteps = ['ask', 'send_back', 'send', 'reopen'] as const
export type SubmissionStep = (typeof submissionSteps)[number]

export const joinStates = ['waiting', 'accepted', 'declined', 'withdrawn'] as const
export type JoinState = (typeof joinStates)[number]

/** Of somebody who says that others hold their organisation's code. */
export const claimStates = ['waiting', 'granted', 'declined'] as const
export type ClaimState = (typeof claimStates)[number]

export const linkPurposes = ['confirm', 'password'] as const
export type LinkPurpose = (typeof linkPurposes)[number]

export const accountMailKinds = [
  'confirm',
  'password',
  'known',
  'invitation',
  'join_asked',
  'join_settled',
  'verification',
  'claim_settled',
  'handed_over',
  'unused',
  'response_step',
  'stamp_settled',
  'response_decided',
] as const
export type AccountMailKind = (typeof accountMailKinds)[number]

export const targetBounds = ['exact', 'range', 'about', 'at_least'] as const
export type TargetBound = (typeof targetBounds)[number]

export const baselinePeriods = ['year', 'cumulative'] as const
export type BaselinePeriod = (typeof baselinePeriods)[number]

export const contactKinds = ['phone', 'email'] as const
export type ContactKind = (typeof contactKinds)[number]

export const mailKinds = ['decision', 'delay', 'result'] as const
export type MailKind = (typeof mailKinds)[number]

/** Why a mail is not tried again: no server takes it for this address, it was put off too long, or the address is none. */
export const mailTroubles = ['refused', 'put_off', 'address_unusable'] as const

/** How often a follower is sent what is new. */
export const followFrequencies = ['at_once', 'daily', 'weekly'] as const
export type FollowFrequency = (typeof followFrequencies)[number]

/** What can be followed: everything, a part of the plan, or the department's answers and the result alone. */
export const followSubjectKinds = ['all', 'theme', 'measure', 'answers', 'results'] as const
export type FollowSubjectKind = (typeof followSubjectKinds)[number]

/** What can become public of a consultation. */
export const newsKinds = ['comment', 'answer', 'revision', 'result'] as const
export type NewsKind = (typeof newsKinds)[number]

export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

/** `zh` unless the reader asks for English first. */
export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value)
}

/** The public pages' type: `large` is for older readers, `largest` as large as a phone can bear. */
export const textSizes = ['standard', 'large', 'largest'] as const
export type TextSize = (typeof textSizes)[number]

export function isTextSize(value: unknown): value is TextSize {
  return textSizes.some((size) => size === value)
}
