import type { CommentView, ThreadPage } from '../../worker/contract/comments'
import { commentsAddress } from '../lib/links'

/** The newest hundred comments on a measure, with the replies that come along; none where they cannot be had. */
export async function readComments(measureKey: string): Promise<CommentView[]> {
  const response = await fetch(commentsAddress(measureKey), { headers: { accept: 'application/json' } })
  if (!response.ok) return []
  const { items }: ThreadPage = await response.json()
  return items.flatMap((item) => [item, ...item.replies])
}
