import { sql } from 'drizzle-orm'
import { assertParticipant, newId, type ServiceContext } from '../../context'
import { contactKind } from '../../contract/contact'
import type { Registered, Registration } from '../../contract/enterprises'
import { isUniqueViolation } from '../../db/client'
import { enterpriseContacts, enterpriseMembers, enterprises } from '../../db/schema'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { noticeShown } from '../privacy/notice-versions'
import { getEnterprise } from './get-enterprise'
import { sizeAndOwnership } from './size-and-ownership'
import { withdrawRequests } from './withdraw-request'

/** Makes an enterprise with its first owner. A code that is taken makes no twin: its name is told, and one asks to join. */
export async function registerEnterprise(ctx: ServiceContext, input: Registration): Promise<Registered> {
  const { id: userId } = assertParticipant(ctx)
  const { db, now } = ctx
  const { uscc, name, kind, industry, city, contactName, contact } = input
  const { size, ownership } = sizeAndOwnership(input)
  const enterpriseId = newId(ctx)
  try {
    await db.batch([
      db.insert(enterprises).values({
        id: enterpriseId,
        ...{ uscc, name, kind, size, ownership, industry, city },
        stateAt: now,
        createdAt: now,
      }),
      db.insert(enterpriseMembers).values({ userId, enterpriseId, part: 'owner', joinedAt: now }),
      db.insert(enterpriseContacts).values({
        enterpriseId,
        name: contactName,
        kind: contactKind(contact) ?? 'phone',
        value: contact,
        noticeVersion: noticeShown(input.noticeVersion),
      }),
      ...withdrawRequests(ctx, userId),
      recordAudit(ctx, {
        action: 'enterprise.registered',
        subjectKind: 'enterprise',
        subjectId: enterpriseId,
        data: { kind },
      }),
    ])
  } catch (error) {
    if (isUniqueViolation(error, 'enterprise_members.user_id')) throw new AppError('already_member')
    if (!isUniqueViolation(error, 'enterprises.uscc')) throw error
    const [taken] = await db.all<{ name: string }>(sql`SELECT name FROM enterprises WHERE uscc = ${uscc}`)
    return { outcome: 'taken', name: taken?.name ?? '' }
  }
  return { outcome: 'registered', enterprise: await getEnterprise(ctx, enterpriseId) }
}
