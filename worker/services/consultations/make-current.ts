import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { ConsultationOffice } from '../../contract/consultations'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { isKnownConsultation } from './is-known'
import { listOffice } from './list-office'

/** Shows a consultation at the plain addresses; the one that stood there is from then on at its own. */
export async function makeCurrent(ctx: ServiceContext, key: string): Promise<ConsultationOffice> {
  assertRole(ctx, 'admin')
  if (!(await isKnownConsultation(ctx, key))) throw new AppError('not_found')
  await ctx.db.batch([
    recordAudit(
      ctx,
      { action: 'consultation.made_current', subjectKind: 'consultation', subjectId: key },
      sql`EXISTS (SELECT 1 FROM consultations WHERE key = ${key} AND is_current = 0)`,
    ),
    ctx.db.run(sql`UPDATE consultations SET is_current = 0 WHERE is_current = 1`),
    ctx.db.run(sql`UPDATE consultations SET is_current = 1 WHERE key = ${key}`),
  ])
  return listOffice(ctx)
}
