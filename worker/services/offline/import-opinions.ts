import { assertRole, newId, type ServiceContext } from '../../context'
import type { Imported, ImportOpinions } from '../../contract/offline'
import { isUniqueViolation } from '../../db/client'
import { offlineImports } from '../../db/schema'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { checkFile } from './check-file'
import { bytesOf } from './check-import'
import { enterOpinions } from './enter-opinions'
import { assertRegisterOpen, readRegister } from './find-places'

/**
 * Takes in a file that was checked: all of its opinions in one batch, or none of them. Refuses with `file_differs` another
 * file than that, with `rows_have_errors` one with errors, with `already_imported` one that was imported before.
 */
export async function importOpinions(ctx: ServiceContext, input: ImportOpinions): Promise<Imported> {
  const actor = assertRole(ctx, 'staff')
  const register = await readRegister(ctx)
  assertRegisterOpen(ctx, register)
  const { sha256, opinions, problems } = await checkFile(bytesOf(input.content), register)
  if (sha256 !== input.sha256) throw new AppError('file_differs')
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
    const codes = await enterOpinions(ctx, register, opinions, {
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
    throw isUniqueViolation(error, 'offline_imports.sha256') ? new AppError('already_imported') : error
  }
}
