import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { CloseSample, SampleView } from '../../contract/coding-samples'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { getSampleOrThrow, presentSample } from './read-samples'

/** Closes a sample, so that its result can be read; early only where that is said. */
export async function closeSample(
  ctx: ServiceContext,
  sampleId: number,
  { isEarly }: CloseSample,
): Promise<SampleView> {
  const me = assertRole(ctx, 'staff')
  const { db, now } = ctx
  const { size, first_done, second_done } = await getSampleOrThrow(ctx, sampleId)
  if (!isEarly && (first_done < size || second_done < size)) throw new AppError('sample_unfinished')
  await db.batch([
    db.run(sql`
      UPDATE coding_samples SET closed_by = ${me.id}, closed_at = ${now.getTime()}
      WHERE id = ${sampleId} AND closed_at IS NULL`),
    recordAudit(
      ctx,
      {
        action: 'coding_sample.closed',
        subjectKind: 'coding_sample',
        subjectId: String(sampleId),
        data: { size, first: first_done, second: second_done },
      },
      sql`changes() > 0`,
    ),
  ])
  return presentSample(await getSampleOrThrow(ctx, sampleId), me.id)
}
