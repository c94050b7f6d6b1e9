import type {
  CommentContextView,
  CommentFilter,
  CommentView,
  SearchView,
  ThreadPage,
} from '../worker/contract/comments'
import type { ErrorCode } from '../worker/contract/errors'
import type { OpenDataView } from '../worker/contract/exports'
import type { FiguresView } from '../worker/contract/figures'
import type {
  ModerationFigures,
  ModerationLog,
  ModerationLogQuery,
  Policy,
} from '../worker/contract/moderation-log'
import type { MeasureView, PlanView } from '../worker/contract/plan'
import type { ReceiptView } from '../worker/contract/receipts'
import type {
  AdoptionQuery,
  MeasureResultView,
  ReportRow,
  ReportText,
  ResultView,
} from '../worker/contract/results'
import type { RevisionsView } from '../worker/contract/revisions'
import type { TargetField } from '../worker/contract/target-fields'
import type { HeadsView, InclusionView } from '../worker/contract/transparency'
import type { Language } from '../worker/contract/words'

/** What every page is drawn with. */
export interface Frame {
  language: Language
  /** Path and query of this page, for the language switch and the canonical address. */
  path: string
  /** ISO 8601, UTC. */
  now: string
  /** Where everything shown is an example: every page then says so. */
  isDemo: boolean
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
  parentId: string
  /** The revision of the plan that the form showed first. */
  planRevision: string
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
  /** What is thought of a target, and the figure that would fit. */
  [field: TargetField]: string
}

/** What stands in for the proof-of-work where scripts do not run: a sum to answer; `token` is signed and single-use. */
export interface Question {
  left: number
  right: number
  token: string
}

/** Every server-rendered page: `view` names a file in `views/public/`. */
export type PublicPage =
  | { view: 'home'; plan: PlanView }
  | {
      view: 'measure'
      plan: PlanView
      measure: MeasureView
      comments: ThreadPage
      filter: CommentFilter & { after?: string | undefined }
    }
  | { view: 'revisions'; revisions: RevisionsView }
  | { view: 'comment'; context: CommentContextView }
  | {
      view: 'comment-form'
      measure: MeasureView
      parent: CommentView | null
      /** Whether authors who leave an e-mail address are sent the result. */
      isMailed: boolean
      values: CommentFormValues
      errors: FieldErrors
      /** A refusal that belongs to no field: closed, too frequent … */
      refusal: ErrorCode | null
    }
  | {
      view: 'comment-preview'
      measure: MeasureView
      parent: CommentView | null
      values: CommentFormValues
      /** The comment as readers would see it; null where the author does not want it published. */
      preview: CommentView | null
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
      kept: string | null
    }
  | {
      view: 'receipt'
      receipt: ReceiptView
      /** The author holds it in a short-lived cookie: shown so that it can be noted or printed. */
      queryCode: string
      /** True straight after sending: the page then says thank you and asks to note the code. */
      fresh: boolean
      /** Where the comment stands in the sealed record. */
      seal: InclusionView
      /** As they were typed and refused. */
      resubmission: {
        body: string
        stance: string
        targets: Partial<Record<TargetField, string>>
        errors: FieldErrors
        refusal: ErrorCode | null
      } | null
      appeal: { text: string; errors: FieldErrors; refusal: ErrorCode | null } | null
    }
  | {
      view: 'search'
      query: string
      result: SearchView | null
      errors: FieldErrors
      refusal: ErrorCode | null
    }
  | { view: 'figures'; figures: FiguresView }
  | { view: 'policy'; policy: Policy }
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
  | { view: 'error'; code: ErrorCode; requestId: string }
