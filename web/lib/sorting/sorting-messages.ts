import type { Sorted, SortingInput } from './sort-comments'

export type SortingRequest = SortingInput
export type SortingReply = { progress: number } | { sorted: Sorted } | { failed: true }
