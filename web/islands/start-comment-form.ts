import type { FormWords } from '../locales/form-zh'
import { CommentForm } from './comment-form'
import { hydrateIsland } from './hydrate-island'

export const start = (element: HTMLElement, words: FormWords) =>
  hydrateIsland('comment-form', element, CommentForm, words)
