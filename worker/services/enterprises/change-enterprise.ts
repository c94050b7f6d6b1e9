import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { contactKind } from '../../contract/contact'
import type { EnterpriseView, ProfileChange } from '../../contract/enterprises'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { noticeShown } from '../privacy/notice-versions'
import { getEnterprise } from './get-enterprise'
import { getOwnMembershipOrThrow, stillHas } from './membership'
import { mayRename } from './rules'
import { sizeAndOwnership } from './size-and-ownership'

/** Changes what an enterprise says of itself, as its owner saw it last. */
export async function changeEnterprise(ctx: ServiceContext, input: ProfileChange): Promise<EnterpriseView> {
  const membership = await getOwnMembershipOrThrow(ctx, 'owner')
  const { db } = ctx
  const { enterpriseId } = membership
  const { version, name, kind, industry, city, contactName, contact } = input
  const { size, ownership } = sizeAndOwnership(input)
  if (!mayRename(membership.state) && (name !== membership.name || kind !== membership.kind))
    throw new AppError('invalid_input', { fields: { name: 'name_verified' } })
  const isSo = sql`EXISTS (SELECT 1 FROM enterprises
    WHERE id = ${enterpriseId} AND version = ${version} AND state = ${membership.state}) AND ${stillHas(membership)}`
  const outcome = await db.batch([
    db.run(sql`
      INSERT INTO enterprise_contacts (enterprise_id, name, kind, value, notice_version)
      SELECT ${enterpriseId}, ${contactName}, ${contactKind(contact)}, ${contact}, ${noticeShown(input.noticeVersion)} WHERE ${isSo}
      ON CONFLICT (enterprise_id) DO UPDATE SET name = excluded.name, kind = excluded.kind, value = excluded.value,
        notice_version = excluded.notice_version`),
    recordAudit(
      ctx,
      { action: 'enterprise.changed', subjectKind: 'enterprise', subjectId: enterpriseId, data: { version } },
      isSo,
    ),
    db.run(sql`
      UPDATE enterprises SET name = ${name}, kind = ${kind}, size = ${size}, ownership = ${ownership},
        industry = ${industry}, city = ${city}, version = version + 1
      WHERE id = ${enterpriseId} AND ${isSo}`),
  ])
  if (outcome[2].rowsAffected === 0) throw new AppError('enterprise_changed')
  return getEnterprise(ctx, enterpriseId)
}
