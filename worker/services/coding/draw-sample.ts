import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { NewSample, SampleView } from '../../contract/coding-samples'
import { AppError, invalidField } from '../../errors'
import { recordAudit } from '../audit/record'
import { currentConsultation, measureIdOf } from '../plan/current'
import { drawPlaces } from './draw-places'
import { mayCode } from './list-coders'
import { untaggedOf } from './list-items'
import { publishedCodebook } from './read-codebook'
import { getSampleOrThrow, presentSample } from './read-samples'

/**
 * Draws comments for two people to code blind; the same seed draws the same from the same admissible comments without a tag: one that
 * colleagues have tagged already is not seen with fresh eyes.
 */
export async function drawSample(ctx: ServiceContext, input: NewSample): Promise<SampleView> {
  const me = assertRole(ctx, 'staff')
  const { db, now } = ctx
  const { size, seed, measure, firstCoder, secondCoder } = input
  const [[codebook], [known], [cases], coders] = await db.batch([
    db.all<{ id: number | null }>(sql`SELECT ${publishedCodebook(ctx)} AS id`),
    db.all<{ id: number | null }>(sql`SELECT ${measure ? measureIdOf(ctx, measure) : sql`0`} AS id`),
    db.all<{ count: number }>(sql`SELECT count(*) AS count FROM ${untaggedOf(ctx, measure)}`),
    db.all<{ id: string }>(sql`
      SELECT u.id FROM users u WHERE u.id IN (${firstCoder}, ${secondCoder}) AND ${mayCode}`),
  ])
  if (!codebook?.id) throw new AppError('codebook_missing')
  if (known?.id === null) throw invalidField('measure', 'not_a_choice')
  for (const field of ['firstCoder', 'secondCoder'] as const)
    if (!coders.some(({ id }) => id === input[field])) throw invalidField(field, 'colleague_unknown')
  if (firstCoder === secondCoder) throw invalidField('secondCoder', 'colleague_unknown')
  const population = cases?.count ?? 0
  if (size > population) throw new AppError('sample_too_large')

  const places = drawPlaces(seed, size, population)
  const made = sql`(SELECT max(id) FROM coding_samples)`
  const [sample] = await db.batch([
    db.all<{ id: number }>(sql`
      INSERT INTO coding_samples (consultation_id, codebook_id, seed, size, measure_id, population, first_coder,
        second_coder, made_by, made_at)
      SELECT ${currentConsultation(ctx)}, ${codebook.id}, ${seed}, ${size}, ${measure ? measureIdOf(ctx, measure) : null},
        ${population}, ${firstCoder}, ${secondCoder}, ${me.id}, ${now.getTime()}
      WHERE (SELECT count(*) FROM ${untaggedOf(ctx, measure)}) = ${population}
      RETURNING id`),
    db.run(sql`
      INSERT INTO coding_sample_comments (sample_id, place, comment_id)
      SELECT ${made}, p.key + 1, n.comment_id
      FROM json_each(${JSON.stringify(places)}) p JOIN (
        SELECT k.comment_id, row_number() OVER (ORDER BY k.comment_id) - 1 AS place FROM ${untaggedOf(ctx, measure)}
      ) n ON n.place = p.value
      WHERE changes() > 0`),
    recordAudit(
      ctx,
      {
        action: 'coding_sample.drawn',
        subjectKind: 'coding_sample',
        subjectId: made,
        data: { seed, size, population },
      },
      sql`changes() > 0`,
    ),
  ])
  const [row] = sample
  /** A comment was accepted in between: the places would now be others'. */
  if (!row) return drawSample(ctx, input)
  return presentSample(await getSampleOrThrow(ctx, row.id), me.id)
}
