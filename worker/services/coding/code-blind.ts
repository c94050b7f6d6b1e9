import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { BlindCodingInput, SampleView } from '../../contract/coding-samples'
import { AppError, invalidField } from '../../errors'
import { recordAudit } from '../audit/record'
import { getSampleOrThrow, presentSample } from './read-samples'

/** Takes down which codes one of the two coders gives a comment of the sample; until it is closed they may change their mind. */
export async function codeBlind(
  ctx: ServiceContext,
  sampleId: number,
  { publicId, codes = [] }: BlindCodingInput,
): Promise<SampleView> {
  const me = assertRole(ctx, 'staff')
  const { db, now } = ctx
  const sample = await getSampleOrThrow(ctx, sampleId)
  if (me.id !== sample.first_coder && me.id !== sample.second_coder) throw new AppError('not_found')
  if (sample.closed_at !== null) throw new AppError('sample_closed')
  const given = JSON.stringify([...new Set(codes)].sort((a, b) => a - b))
  const [[comment], [unknown]] = await db.batch([
    db.all<{ id: number }>(sql`
      SELECT c.id FROM comments c JOIN coding_sample_comments p ON p.comment_id = c.id AND p.sample_id = ${sampleId}
      WHERE c.public_id = ${publicId}`),
    db.all<{ count: number }>(sql`
      SELECT count(*) AS count FROM json_each(${given}) WHERE value NOT IN (
        SELECT code_id FROM codebook_entries WHERE codebook_id = ${sample.codebook_id})`),
  ])
  if (!comment) throw invalidField('publicId', 'not_a_choice')
  if (unknown?.count) throw invalidField('codes', 'code_unknown')
  const isOpen = sql`(SELECT closed_at FROM coding_samples WHERE id = ${sampleId}) IS NULL`
  const [coded] = await db.batch([
    db.run(sql`
      INSERT INTO blind_codings (sample_id, comment_id, coder_id, codes, coded_at)
      SELECT ${sampleId}, ${comment.id}, ${me.id}, ${given}, ${now.getTime()} WHERE ${isOpen}
      ON CONFLICT DO UPDATE SET codes = excluded.codes, coded_at = excluded.coded_at`),
    recordAudit(
      ctx,
      {
        action: 'coding_sample.coded',
        subjectKind: 'coding_sample',
        subjectId: String(sampleId),
        data: { comment: publicId },
      },
      sql`changes() > 0`,
    ),
  ])
  if (coded.rowsAffected === 0) throw new AppError('sample_closed')
  return presentSample(await getSampleOrThrow(ctx, sampleId), me.id)
}
