import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { ModerationSettings } from '../../contract/settings'
import { consultations } from '../../db/schema'
import { recordAudit } from '../audit/record'
import { consultationKey, currentConsultation } from '../plan/current'
import { getModerationSettings } from './get-moderation-settings'

/** Changes how the current consultation is moderated, from the next decision on; what changed is recorded. */
export async function changeModerationSettings(
  ctx: ServiceContext,
  settings: ModerationSettings,
): Promise<ModerationSettings> {
  assertRole(ctx, 'senior_moderator')
  const before = await getModerationSettings(ctx)
  const changed = (Object.keys(settings) as (keyof ModerationSettings)[]).filter(
    (key) => settings[key] !== before[key],
  )
  if (changed.length === 0) return before
  const { db } = ctx
  await db.batch([
    db
      .update(consultations)
      .set(settings)
      .where(sql`${consultations.id} = ${currentConsultation(ctx)}`),
    recordAudit(ctx, {
      action: 'settings.changed',
      subjectKind: 'consultation',
      subjectId: consultationKey(ctx),
      data: Object.fromEntries(changed.map((key) => [key, [before[key], settings[key]]])),
    }),
  ])
  return settings
}
