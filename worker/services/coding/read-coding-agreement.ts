import { assertRole, type ServiceContext } from '../../context'
import type { CodingAgreement } from '../../contract/coding-samples'
import { AppError } from '../../errors'
import { type CodedTwice, type ComparedCode, codedTwice, codesOf, compareCodings } from './compare-codings'
import { getSampleOrThrow, presentSample } from './read-samples'

/** How far two coders agree on each code, over the comments that both have coded; of a closed sample only. */
export async function readCodingAgreement(ctx: ServiceContext, sampleId: number): Promise<CodingAgreement> {
  const me = assertRole(ctx, 'staff')
  const { db } = ctx
  const sample = await getSampleOrThrow(ctx, sampleId)
  if (sample.closed_at === null) throw new AppError('sample_open')
  const [codings, codes] = await db.batch([
    db.all<CodedTwice>(codedTwice(sampleId)),
    db.all<ComparedCode>(codesOf(sample.codebook_id)),
  ])
  return {
    sample: presentSample(sample, me.id),
    n: codings.length,
    codes: compareCodings(codings, codes),
  }
}
