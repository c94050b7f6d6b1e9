import type { Context } from 'hono'
import type { CommentView } from '../contract/comments'
import { AppError } from '../errors'
import type { HonoEnv } from '../hono-env'
import { getComment } from '../services/comments/get-comment'

/** A comment as it stands in its thread; null where it does not, or where none is named. */
export async function findComment(c: Context<HonoEnv>, publicId: string | null): Promise<CommentView | null> {
  if (!publicId) return null
  try {
    return (await getComment(c.var.ctx, publicId)).comment
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}
