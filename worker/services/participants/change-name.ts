import { sql } from 'drizzle-orm'
import { assertParticipant, type ServiceContext } from '../../context'
import { recordAudit } from '../audit/record'

/** Changes the name by which colleagues know somebody. */
export async function changeName(ctx: ServiceContext, name: string): Promise<void> {
  const { id } = assertParticipant(ctx)
  const isOther = sql`EXISTS (SELECT 1 FROM users WHERE id = ${id} AND name <> ${name})`
  await ctx.db.batch([
    recordAudit(ctx, { action: 'participant.renamed', subjectKind: 'user', subjectId: id }, isOther),
    ctx.db.run(sql`
      UPDATE users SET name = ${name}, updated_at = ${ctx.now.getTime()} WHERE id = ${id} AND name <> ${name}`),
  ])
}
