import { assertRole, type ServiceContext } from '../../context'
import { roles } from '../../contract/words'
import { recordAudit } from '../audit/record'
import { askAuth, assertAgreed, type Visit } from './ask-auth'

/** New backup codes, told this once; the old ones are worth nothing. */
export async function renewBackupCodes(
  ctx: ServiceContext,
  visit: Visit,
  password: string,
): Promise<string[]> {
  const actor = assertRole(ctx, ...roles)
  const answer = await askAuth<{ backupCodes: string[] }>(ctx, visit, 'two-factor/generate-backup-codes', {
    password,
  })
  const { backupCodes } = assertAgreed(answer).body
  await recordAudit(ctx, { action: 'user.backup_codes_renewed', subjectKind: 'user', subjectId: actor.id })
  return backupCodes
}
