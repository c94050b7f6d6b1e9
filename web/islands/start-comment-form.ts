import { CommentForm } from './comment-form'
import { hydrateIsland } from './hydrate-island'

export const start = (element: HTMLElement) => hydrateIsland('comment-form', element, CommentForm)
