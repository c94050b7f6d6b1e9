import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { CodebookView } from '../../contract/codebook'
import { AppError } from '../../errors'
import { type Codebook, presentCodebook, readCodebook } from './read-codebook'

/** One version of the codebook. */
export async function getCodebook(ctx: ServiceContext, version: number): Promise<CodebookView> {
  assertRole(ctx, 'staff')
  return presentCodebook(await getVersionOrThrow(ctx, version))
}

export async function getVersionOrThrow(ctx: ServiceContext, version: number): Promise<Codebook> {
  const codebook = await readCodebook(ctx, sql`b.version = ${version}`)
  if (!codebook) throw new AppError('not_found')
  return codebook
}
