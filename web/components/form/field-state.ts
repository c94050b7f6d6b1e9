import type { FormTerms } from '../../islands/island-props'
import type { FormWords } from '../../locales/form'
import type { CommentFormValues } from '../../page'

/** What the parts of the form share. */
export interface FieldState {
  values: CommentFormValues
  errors: Record<string, string | undefined>
  words: FormWords
  terms: FormTerms
  isScripted: () => boolean
  set: (name: keyof CommentFormValues, value: string) => void
  /** A field was left: say at once what is wrong with it. */
  leave: (name: keyof CommentFormValues) => void
}
