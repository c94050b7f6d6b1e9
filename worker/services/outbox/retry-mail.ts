import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { UndeliveredMails } from '../../contract/settings'
import type { MailKind } from '../../contract/words'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { presentUndelivered, undeliveredQueries } from './list-undelivered'

/** Has a mail that was given up tried again, under its old Message-ID; answers what is still undelivered. */
export async function retryMail(ctx: ServiceContext, messageId: number): Promise<UndeliveredMails> {
  assertRole(ctx, 'senior_moderator')
  const { db, now } = ctx
  const [message] = await db.all<{ public_id: string; kind: MailKind }>(sql`
    SELECT c.public_id, o.kind FROM outbox_messages o JOIN comments c ON c.id = o.comment_id WHERE o.id = ${messageId}`)
  if (!message) throw new AppError('not_found')
  const [retried, , counted, rows] = await db.batch([
    db.run(sql`
      UPDATE outbox_messages SET given_up_at = NULL, last_error = NULL, attempts = 0, deferred_at = NULL, next_attempt_at = ${now.getTime()}
      WHERE id = ${messageId} AND given_up_at IS NOT NULL`),
    recordAudit(
      ctx,
      {
        action: 'mail.retried',
        subjectKind: 'comment',
        subjectId: message.public_id,
        data: { message: messageId, kind: message.kind },
      },
      sql`changes() > 0`,
    ),
    ...undeliveredQueries(ctx),
  ])
  if (retried.rowsAffected === 0) throw new AppError('not_found')
  ctx.stir()
  return presentUndelivered(counted, rows)
}
