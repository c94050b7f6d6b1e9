import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import { limits } from '../../contract/limits'
import { type CheckImport, type ImportCheck, offlineChannels } from '../../contract/offline'
import { invalidField } from '../../errors'
import { tally } from '../plan/present'
import { checkFile, shorten } from './check-file'
import { assertRegisterOpen, readRegister } from './find-places'

/** Says what is wrong with a file, row by row, and what would be imported; writes nothing. */
export async function checkImport(ctx: ServiceContext, input: CheckImport): Promise<ImportCheck> {
  const actor = assertRole(ctx, 'staff')
  const register = await readRegister(ctx)
  assertRegisterOpen(ctx, register)
  const { sha256, opinions, problems, rows } = await checkFile(bytesOf(input.content), register)
  const [earlier] = await ctx.db.all<{ imported_at: number; imported_by: string }>(
    sql`SELECT imported_at, imported_by FROM offline_imports WHERE sha256 = ${sha256}`,
  )
  return {
    sha256,
    rows,
    problems: problems.slice(0, limits.problemsShown),
    problemCount: problems.length,
    channels: tally(
      offlineChannels,
      (channel) => opinions.filter(({ opinion }) => opinion.channel === channel).length,
    ),
    preview: opinions.slice(0, limits.previewRows).map(({ row, opinion }) => ({
      row,
      receivedOn: opinion.receivedOn,
      channel: opinion.channel,
      reference: opinion.reference,
      place: opinion.clause ?? opinion.measure,
      kind: opinion.kind,
      name: opinion.name,
      stance: opinion.stance,
      body: shorten(opinion.body, 80),
      wording: opinion.wording ? shorten(opinion.wording, 80) : null,
      isPublishable: opinion.consent.publish,
    })),
    importedAt: earlier ? new Date(earlier.imported_at).toISOString() : null,
    isImportedByMe: earlier?.imported_by === actor.id,
  }
}

export function bytesOf(content: string): Uint8Array {
  try {
    return Uint8Array.from(atob(content), (character) => character.charCodeAt(0))
  } catch {
    throw invalidField('content', 'file_unreadable')
  }
}
