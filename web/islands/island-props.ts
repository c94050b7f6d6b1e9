import type { ClauseView } from '../../worker/contract/plan'
import type { Language } from '../../worker/contract/words'
import type { CommentFormValues, FieldErrors, Question } from '../page'

export interface CommentFormProps {
  language: Language
  measureKey: string
  clauses: Pick<ClauseView, 'key' | 'number' | 'text'>[]
  parentId: string | null
  values: CommentFormValues
  errors: FieldErrors
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

export type IslandName = keyof IslandProps

/** Every island is hydrated under an id of its own. */
export const renderIdOf = (name: IslandName): string => `${name}-`
