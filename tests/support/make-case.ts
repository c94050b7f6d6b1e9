import { sql } from 'drizzle-orm'
import type { NewComment } from '../../worker/contract/comments'
import type { Disposition } from '../../worker/contract/words'
import { makeComment } from './make-comment'
import type { TestApp } from './test-app'

/** An accepted comment, for which a case is opened, with what the test says of it; answers its public id. */
export async function makeCase(
  app: TestApp,
  {
    assignee,
    unit,
    dueAt,
    disposition,
    state = 'published',
    ...change
  }: Partial<NewComment> & {
    state?: 'published' | 'private'
    measure?: string
    assignee?: string
    unit?: string
    dueAt?: Date
    disposition?: Disposition
  } = {},
): Promise<string> {
  const { publicId } = await makeComment(app, { state, ...change })
  await app.db.run(sql`
    UPDATE cases SET assignee_id = coalesce(${assignee ?? null}, assignee_id),
      unit_id = coalesce((SELECT id FROM units WHERE key = ${unit ?? null}), unit_id),
      due_at = coalesce(${dueAt?.getTime() ?? null}, due_at),
      disposition = ${disposition ?? null}, disposition_version = ${disposition ? 1 : 0}
    WHERE comment_id = (SELECT id FROM comments WHERE public_id = ${publicId})`)
  return publicId
}

/** How a case stands in the database. */
export async function caseOf(app: TestApp, publicId: string) {
  const [row] = await app.rows<{
    unit: string | null
    assignee_id: string | null
    due_at: number | null
    is_admissible: number
    assignment_version: number
  }>(sql`
    SELECT u.key AS unit, k.assignee_id, k.due_at, k.is_admissible, k.assignment_version
    FROM cases k JOIN comments c ON c.id = k.comment_id LEFT JOIN units u ON u.id = k.unit_id
    WHERE c.public_id = ${publicId}`)
  if (!row) throw new Error(`${publicId} has no case`)
  return row
}
