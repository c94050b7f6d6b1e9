import { assertRole, newId, type ServiceContext } from '../../context'
import type { Imported, ImportOpinions } from '../../contract/offline'
import { isUniqueViolation } from '../../db/client'
import { offlineImports } from '../../db/schema'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { checkFile, hashOf } from './check-file'
import { bytesOf } from './check-import'
import { enterOpinions } from './enter-opinions'
import { codeFromRow, findImported } from './find-imported'
import { assertRegisterOpen, readRegister } from './find-places'

/**
 * Takes in a file that was checked: all of its opinions in one batch, or none of them; whoever imported it before is given the
 * same receipts again. Refuses with `file_differs` another file than that, with `rows_have_errors` one with errors, with
 * `already_imported` one that somebody else imported.
 */
export async function importOpinions(ctx: ServiceContext, input: ImportOpinions): Promise<Imported> {
  const actor = assertRole(ctx, 'staff')
  const bytes = bytesOf(input.content)
  const sha256 = await hashOf(bytes)
  if (sha256 !== input.sha256) throw new AppError('file_differs')
  const earlier = await findImported(ctx, actor.id, sha256)
  if (earlier) return earlier
  const register = await readRegister(ctx)
  assertRegisterOpen(ctx, register)
  const { opinions, problems } = await checkFile(bytes, register)
  if (problems.length > 0) throw new AppError('rows_have_errors')
  const id = newId(ctx)
  const record = ctx.db.insert(offlineImports).values({
    id,
    fileName: input.fileName,
    sha256,
    rowCount: opinions.length,
    importedBy: actor.id,
    importedAt: ctx.now,
  })
  const imported = recordAudit(ctx, {
    action: 'opinions.imported',
    subjectKind: 'offline_import',
    subjectId: id,
    data: { count: opinions.length, sha256 },
  })
  try {
    const entries = opinions.map((each) => ({
      ...each,
      key: null,
      codeFrom: codeFromRow(actor.id, sha256, each.row),
    }))
    const codes = await enterOpinions(ctx, register, entries, {
      importId: id,
      enteredBy: actor.id,
      more: [record, imported],
    })
    return {
      id,
      receipts: codes.map((code, i) => ({
        row: opinions[i]?.row ?? 0,
        reference: opinions[i]?.opinion.reference ?? '',
        ...code,
      })),
    }
  } catch (error) {
    const same =
      isUniqueViolation(error, 'offline_imports.sha256') && (await findImported(ctx, actor.id, sha256))
    if (same) return same
    throw error
  }
}
