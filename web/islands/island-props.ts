import type { FileView } from '../../worker/contract/files'
import type { DomainWords } from '../../worker/contract/locales/words'
import type { ClauseView, TargetView } from '../../worker/contract/plan'
import type { Language, ParticipantKind } from '../../worker/contract/words'
import type { LeftFieldCode } from '../lib/check-field'
import type { FormWords } from '../locales/form-zh'
import type { CommentFormValues, FieldErrors, Question } from '../page'

/** The few words of the domain that the form says; they travel with the page, the whole vocabulary would not pay. */
export interface FormTerms
  extends Pick<DomainWords, 'stances' | 'kinds' | 'targetOpinions' | 'enterpriseSizes'> {
  /** By code, in the page's language. */
  industries: [code: string, name: string][]
  cities: [code: string, name: string][]
  fields: Pick<DomainWords['fields'], LeftFieldCode | 'wording_moved'>
  /** What these fields are for and how long they are kept. */
  beside: Record<'contact' | 'displayName' | 'attachment', string>
  /** What becomes of it where its author consents to publication. */
  publishHint: string
  publishYesHint: string
  /** Who may send an opinion here. */
  takes: readonly ParticipantKind[]
}

/** A target of the measure, as the form asks about it. */
export interface FormTarget extends Pick<TargetView, 'key' | 'quote' | 'indicator' | 'unit'> {
  clause: string
}

/** An upload, as the form lists it. */
export type FormFile = Pick<FileView, 'id' | 'name' | 'size'>

/** Of a comment that is changed: who says it, what stays as it is, and what its annex's summary is called. */
export interface ChangeTerms {
  signed: string
  kept: string
  annexSummary: string | null
}

export interface CommentFormProps {
  language: Language
  measureKey: string
  clauses: Pick<ClauseView, 'key' | 'number' | 'text'>[]
  /** None on a reply. */
  targets: FormTarget[]
  parentId: string | null
  /** Null of a new comment. */
  change: ChangeTerms | null
  isMailed: boolean
  /** What is uploaded so far; null where the site takes no files. */
  files: FormFile[] | null
  values: CommentFormValues
  errors: FieldErrors
  terms: FormTerms
}

export interface SendProps {
  language: Language
  question: Question
  askQuestion: boolean
  error: string | null
}

/** What each island is given; plain data, since it travels in the page as JSON. */
export interface IslandProps {
  'comment-form': CommentFormProps
  send: SendProps
}

/** Its sentences are loaded beside it, in one language only. */
interface WithWords {
  words: FormWords
}

/** What each island is drawn with. */
interface DrawnIslands {
  'comment-form': CommentFormProps & WithWords
  send: SendProps & WithWords
}

export type Drawn<Name extends IslandName> = DrawnIslands[Name]

export type IslandName = keyof IslandProps

/** Every island is hydrated under an id of its own. */
export const renderIdOf = (name: IslandName): string => `${name}-`
