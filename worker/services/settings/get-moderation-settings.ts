import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { ModerationSettings } from '../../contract/settings'
import { consultations } from '../../db/schema'
import { AppError } from '../../errors'
import { currentConsultation } from '../plan/current'

/** How the current consultation is moderated. */
export async function getModerationSettings(ctx: ServiceContext): Promise<ModerationSettings> {
  assertRole(ctx, 'moderator')
  const [settings] = await ctx.db
    .select({
      reviewDays: consultations.reviewDays,
      secondLook: consultations.secondLook,
      secondLookPercent: consultations.secondLookPercent,
      recheckPercent: consultations.recheckPercent,
    })
    .from(consultations)
    .where(sql`${consultations.id} = ${currentConsultation(ctx)}`)
  if (!settings) throw new AppError('not_found')
  return settings
}
