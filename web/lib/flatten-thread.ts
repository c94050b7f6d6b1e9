import type { CommentView } from '../../worker/contract/comments'

export interface ThreadRow {
  comment: CommentView
  /** 0 for an answer to the thread's own comment, one more for each answer to an answer. */
  level: number
  /** The comment answered, where it is neither the thread's own nor the row just above. */
  answers: CommentView | null
}

/** Replies in any order → rows in reading order: each under what it answers, older first. */
export function flattenThread(rootId: string, replies: readonly CommentView[]): ThreadRow[] {
  const known = new Map(replies.map((reply) => [reply.publicId, reply]))
  const children = new Map<string, CommentView[]>()
  for (const reply of replies) {
    const parent = reply.parentId && known.has(reply.parentId) ? reply.parentId : rootId
    children.set(parent, [...(children.get(parent) ?? []), reply])
  }
  const rows: ThreadRow[] = []
  const visit = (parentId: string, level: number) => {
    const siblings = children.get(parentId) ?? []
    for (const comment of [...siblings].sort((a, b) => a.createdAt.localeCompare(b.createdAt))) {
      const above = rows.at(-1)?.comment.publicId
      const answered = known.get(parentId) ?? null
      rows.push({ comment, level, answers: answered && above !== parentId ? answered : null })
      visit(comment.publicId, level + 1)
    }
  }
  visit(rootId, 0)
  return rows
}
