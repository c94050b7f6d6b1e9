import { sql } from 'drizzle-orm'
import { makeComment } from './make-comment'
import type { TestApp } from './test-app'

let made = 0

/** A mail about a decision that was given up, by default for its address was refused. */
export async function makeUndelivered(
  app: TestApp,
  why = 'EENVELOPE RCPT TO 550',
): Promise<{ messageId: number; publicId: string }> {
  made += 1
  const { publicId } = await makeComment(app, { state: 'returned', contact: `lost-${made}@example.test` })
  const [row] = await app.rows<{ id: number }>(sql`
    UPDATE outbox_messages SET given_up_at = ${app.clock.now().getTime()}, last_error = ${why}, attempts = 1
    WHERE comment_id = (SELECT id FROM comments WHERE public_id = ${publicId}) RETURNING id`)
  if (!row) throw new Error(`no mail about ${publicId}`)
  return { messageId: row.id, publicId }
}
