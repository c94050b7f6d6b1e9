import type {
  CommentContextView,
  CommentFilter,
  CommentView,
  SearchView,
  ThreadPage,
} from '../worker/contract/comments'
import type { ConsultationList } from '../worker/contract/consultations'
import type {
  EnterpriseView,
  InvitationForColleague,
  OwnClaim,
  OwnRequest,
} from '../worker/contract/enterprises'
import type { ErrorCode } from '../worker/contract/errors'
import type { OpenDataView } from '../worker/contract/exports'
import type { FiguresView } from '../worker/contract/figures'
import type { FileView } from '../worker/contract/files'
import type { FollowView } from '../worker/contract/follows'
import type {
  ModerationFigures,
  ModerationLog,
  ModerationLogQuery,
  Policy,
} from '../worker/contract/moderation-log'
import type { ParticipantAccount } from '../worker/contract/participants'
import type { MeasureView, PlanLabels, PlanView } from '../worker/contract/plan'
import type { NoticeView, PersonalDataKey } from '../worker/contract/privacy'
import type { ReceiptView } from '../worker/contract/receipts'
import type {
  AdoptionQuery,
  MeasureResultView,
  ReportRow,
  ReportText,
  ResultView,
} from '../worker/contract/results'
import type { RevisionsView } from '../worker/contract/revisions'
import type { FormMatch, FormView } from '../worker/contract/stamped-forms'
import type { EntryView, SubmissionView, VersionHistory, VersionView } from '../worker/contract/submissions'
import type { TargetField } from '../worker/contract/target-fields'
import type { HeadsView, InclusionView } from '../worker/contract/transparency'
import type { Language, TextSize } from '../worker/contract/words'

/** What every page is drawn with. */
export interface Frame {
  language: Language
  /** Chosen by the reader for the public pages; the desk has one size. */
  textSize: TextSize
  /** Path and query of this page, for the language switch and the canonical address. */
  path: string
  /** What the addresses of this page's consultation begin with; empty for the current one. */
  base: string
  /** The key of the consultation that the page is drawn for; null where it shows nothing of one. */
  consultation: string | null
  /** How the document of this page's consultation numbers themes and measures, by their keys, where not （一） and 一是. */
  labels?: PlanLabels
  /** The key of the draft that is previewed: every page says so, and nothing on it acts. */
  draft?: string
  /** ISO 8601, UTC. */
  now: string
  /** Where everything shown is an example: every page then says so. */
  isDemo: boolean
  /** Whether the browser brings a session along: the head then leads to the account. */
  isSignedIn: boolean
  /** What stands beside a field: what it is for and how long it is kept. */
  beside: (key: PersonalDataKey) => string
}

/** Sentences by field name, as in the API's `fields`. */
export type FieldErrors = Record<string, string>

/** The comment form as it was typed: names of the HTML fields, never undefined. */
export interface CommentFormValues {
  body: string
  stance: string
  clause: string
  /** The passage of the clause that it is on; empty where it is on all of it. */
  quote: string
  /** The clause as it should read; the clause itself where nothing was changed in it. */
  wording: string
  /** The clause that it was typed for. */
  wordingOf?: string
  parentId: string
  /** The revision of the plan that the form showed first. */
  planRevision: string
  /** The version of the privacy notice that it showed first. */
  noticeVersion: string
  kind: string
  displayName: string
  name: string
  uscc: string
  /** What an organisation may say of itself. */
  size: string
  industry: string
  city: string
  publish: string
  showName: string
  contact: string
  /** The ids of uploads, with a space between two. */
  attachments: string
  /** The id of the confidential annex, and what is public of it. */
  annex: string
  annexSummary: string
  /** What is thought of a target, and the figure that would fit. */
  [field: TargetField]: string
}

/** What was typed and not sent, to be read and copied. */
export type KeptTyped = Pick<CommentFormValues, 'body'> &
  Partial<Pick<CommentFormValues, 'wording' | 'annexSummary'>> & {
    /** Of every target. */
    evidence?: string
  }

/** What a form says of its files. */
export type FileValues = Pick<CommentFormValues, 'attachments' | 'annex' | 'annexSummary'>

/** What stands in for the proof-of-work where scripts do not run: a sum to answer; `token` is signed and single-use. */
export interface Question {
  left: number
  right: number
  token: string
}

/** The form to follow by mail as it was typed. */
export interface FollowFormValues {
  email: string
  frequency: string
  /** `all`, `measure:7.1` … */
  subjects: string[]
  noticeVersion: string
}

/** What speaks against a form that was sent. */
export interface Refused {
  errors: FieldErrors
  refusal: ErrorCode | null
}

/** What was typed beside a stamped paper and refused. */
export interface StampTyped extends Refused {
  code: string
}

/** A form that was sent without a session: where to, and its fields as JSON. */
export interface KeptForm {
  act: string
  fields: string
}

/** The form of an organisation's data as it was typed. */
export type EnterpriseFormValues = Record<
  | 'uscc'
  | 'name'
  | 'kind'
  | 'size'
  | 'ownership'
  | 'industry'
  | 'city'
  | 'contactName'
  | 'contact'
  | 'version'
  | 'noticeVersion',
  string
>

/** What was just done on the organisation's page. */
export type EnterpriseDone =
  | 'saved'
  | 'submitted'
  | 'claimed'
  | 'member'
  | 'removed'
  | 'accepted'
  | 'declined'
  | 'revoked'
  | 'joined'
  | 'registered'

/** What was just done on the page of an organisation's response. */
export type ResponseDone = 'saved' | 'removed' | 'restored' | 'asked' | 'sentBack' | 'reopened'

/** What goes with a step of the response, as it was typed. */
export type ResponseTyped = Record<'note' | 'publish', string>

/** An entry of the response as it was typed; `opened` is what the form held before. */
export type EntryFormValues = Record<
  'clause' | 'stance' | 'body' | 'wording' | 'version' | 'planRevision' | 'opened',
  string
> &
  FileValues & {
    [field: TargetField]: string
  }

/** Why somebody sees the sign-in form. */
export type SignInNotice =
  | 'asked'
  | 'kept'
  | 'made'
  | 'confirmed'
  | 'password'
  | 'erased'
  | 'desk'
  | 'failed'
  | 'unavailable'

/** What a form changes, where it is not of a new comment. */
export interface CommentChange {
  receipt: ReceiptView
  /** Of the organisation that signed it. */
  uscc: string | null
  /** Whether somebody said that they share its concern. */
  hasSupports: boolean
}

/** Every server-rendered page: `view` names a file in `views/public/`. */
export type PublicPage =
  | { view: 'home'; plan: PlanView }
  | { view: 'consultations'; list: ConsultationList }
  | {
      view: 'measure'
      plan: PlanView
      measure: MeasureView
      comments: ThreadPage
      filter: CommentFilter & { after?: string | undefined }
      /** Whether the reader belongs to an organisation: it can then draft a response. */
      isMember?: boolean
    }
  | { view: 'revisions'; revisions: RevisionsView }
  | { view: 'comment'; context: CommentContextView }
  | {
      view: 'comment-form'
      measure: MeasureView
      parent: CommentView | null
      change?: CommentChange
      /** Whether authors who leave an e-mail address are sent the result. */
      isMailed: boolean
      /** What the contact is for and how long this consultation keeps it. */
      besideContact: string
      values: CommentFormValues
      /** What is uploaded so far; null where the site takes no files. */
      files: FileView[] | null
      /** The file that the error of their field is about. */
      refusedFile: string | null
      errors: FieldErrors
      /** A refusal that belongs to no field: closed, too frequent … */
      refusal: ErrorCode | null
    }
  | {
      view: 'comment-preview'
      measure: MeasureView
      parent: CommentView | null
      change?: CommentChange
      values: CommentFormValues
      /** The comment as readers would see it; null where the author does not want it published. */
      preview: CommentView | null
      files: FileView[]
      /** Null where there can be none: of an individual, or where the site takes no files. */
      annex: { file: FileView | null } | null
      errors: FieldErrors
      question: Question
      /** True once the proof-of-work failed to arrive: the question is then shown to everybody. */
      askQuestion: boolean
      refusal: ErrorCode | null
    }
  | {
      view: 'receipt-lookup'
      values: { publicId: string; queryCode: string }
      errors: FieldErrors
      refusal: ErrorCode | null
      /** What was typed on a receipt page whose time was over. */
      kept: KeptTyped | null
    }
  | {
      view: 'receipt'
      receipt: ReceiptView
      /** What it replies to, while that stands in its thread. */
      parent: CommentView | null
      /** The author holds it in a short-lived cookie: shown so that it can be noted or printed. */
      queryCode: string
      /** True straight after sending: the page then says thank you and asks to note the code. */
      fresh: boolean
      /** True where the same was about to be sent once more. */
      isAgain: boolean
      /** True straight after a changed text came in. */
      isChanged: boolean
      /** Where the comment stands in the sealed record. */
      seal: InclusionView
      /** As they were typed and refused. */
      resubmission: (Required<KeptTyped> & { refusal: ErrorCode }) | null
      appeal: { text: string; errors: FieldErrors; refusal: ErrorCode | null } | null
      withdrawal: { errors: FieldErrors; refusal: ErrorCode | null } | null
      stamping: StampTyped | null
    }
  | ({ view: 'receipt-erase'; receipt: ReceiptView } & Refused)
  | ({
      view: 'account-erase'
      hasPassword: boolean
      /** With nobody else in it, or waiting to be handed over. */
      enterprise: { name: string; isAlone: boolean; mustHandOver: boolean } | null
    } & Refused)
  | {
      view: 'stamped-form'
      form: FormView
      /** What the QR on it leads to. */
      verifyAt: string
    }
  | {
      view: 'verify-form'
      values: { id: string; revision: string; hash: string }
      /** Null where nothing was asked yet. */
      match: FormMatch | null
      errors: FieldErrors
      refusal: ErrorCode | null
    }
  | {
      view: 'search'
      query: string
      result: SearchView | null
      errors: FieldErrors
      refusal: ErrorCode | null
    }
  | {
      view: 'follow'
      plan: PlanView
      /** Whether this site can send mail; without it the feeds stay. */
      isMailed: boolean
      values: FollowFormValues
      errors: FieldErrors
      refusal: ErrorCode | null
    }
  | { view: 'follow-sent'; email: string }
  | {
      view: 'follow-manage'
      token: string
      follow: FollowView
      plan: PlanView
      done: 'saved' | 'confirmed' | null
      errors: FieldErrors
      refusal: ErrorCode | null
    }
  | { view: 'follow-end'; token: string; isEnded: boolean }
  | { view: 'figures'; figures: FiguresView }
  | { view: 'policy'; policy: Policy }
  | { view: 'privacy'; notice: NoticeView }
  | {
      view: 'moderation-log'
      figures: ModerationFigures
      log: ModerationLog
      query: ModerationLogQuery
    }
  | { view: 'transparency'; heads: HeadsView }
  | { view: 'open-data'; data: OpenDataView }
  | ({ view: 'results' } & ResultView)
  | { view: 'report'; text: ReportText; rows: readonly ReportRow[]; authority: string }
  | ({ view: 'measure-result'; query: AdoptionQuery } & ResultView & MeasureResultView)
  | ({
      view: 'account-sign-in'
      email: string
      /** Where to go on to. */
      next: string
      notice: SignInNotice | null
      hasSignOn: boolean
      /** What was typed before the session ended; it travels through sign-in. */
      kept: KeptForm | null
    } & Refused)
  | ({
      view: 'account-sign-up'
      values: { name: string; email: string; noticeVersion: string }
      next: string
      isMailed: boolean
    } & Refused)
  | { view: 'account-sent'; what: 'confirm' | 'password' }
  | ({ view: 'account-confirm'; token: string } & Refused)
  | ({
      view: 'account-password'
      /** Of the link that was followed; null where one is asked for. */
      token: string | null
      email: string
      isMailed: boolean
    } & Refused)
  | ({
      view: 'account'
      account: ParticipantAccount
      enterprise: Pick<EnterpriseView, 'name' | 'state' | 'part' | 'awaiting'> | null
      request: OwnRequest | null
      done: 'saved' | 'passwordChanged' | null
      /** Whose form was refused. */
      changing: 'name' | 'password' | null
      /** As it was typed and refused; a password is typed again. */
      typed: { name?: string }
      isMailed: boolean
      hasSignOn: boolean
    } & Refused)
  | ({
      view: 'enterprise'
      enterprise: EnterpriseView | null
      request: OwnRequest | null
      done: EnterpriseDone | null
      isMailed: boolean
      /** A link for a colleague, this once. */
      link: string | null
      /** As they were typed and refused. */
      typed: Partial<Record<'document' | 'note' | 'email' | 'part', string>>
      claim: OwnClaim | null
    } & Refused)
  | ({
      view: 'enterprise-form'
      isNew: boolean
      values: EnterpriseFormValues
      /** The name under which the code is registered already. */
      taken: string | null
      /** What was typed to claim it, and refused. */
      claimNote: string | null
    } & Refused)
  | ({
      view: 'enterprise-invitation'
      token: string
      invitation: InvitationForColleague | null
      isSignedIn: boolean
    } & Refused)
  | ({
      view: 'response'
      response: SubmissionView
      done: ResponseDone | null
      /** Where the entry is that was just saved or removed. */
      place: string | null
      typed: ResponseTyped
    } & Refused)
  | ({
      view: 'response-entry'
      response: SubmissionView
      measure: MeasureView
      /** The key of the sentence that it is on; empty for the whole measure. */
      clause: string
      entry: EntryView | null
      /** The places of the measure that have an entry, the same way. */
      written: string[]
      /** As it was typed and not saved yet. */
      typed: EntryFormValues | null
      /** The place that it was typed at, where it came along from another. */
      from: string | null
      /** What it holds, or is about to; null where the site takes no files. */
      files: { attachments: FileView[]; annex: FileView | null } | null
      /** The file that the error of their field is about. */
      refusedFile: string | null
      /** Another place was chosen, to which what was typed here cannot go along. */
      isBound: boolean
    } & Refused)
  | ({ view: 'response-approval'; response: SubmissionView; typed: ResponseTyped } & Refused)
  | { view: 'response-receipt'; version: VersionView; fresh: boolean; stamping: StampTyped | null }
  | {
      view: 'response-form'
      version: VersionView
      /** What the QR on it leads to. */
      verifyAt: string
    }
  | { view: 'response-history'; history: VersionHistory }
  | { view: 'error'; code: ErrorCode; requestId: string; replacedBy?: string | undefined }
