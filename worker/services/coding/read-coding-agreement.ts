import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { CodingAgreement } from '../../contract/coding-samples'
import { AppError } from '../../errors'
import { compareCoders } from './kappa'
import { getSampleOrThrow, presentSample } from './read-samples'

/** How far two coders agree on each code, over the comments that both have coded; of a closed sample only. */
export async function readCodingAgreement(ctx: ServiceContext, sampleId: number): Promise<CodingAgreement> {
  const me = assertRole(ctx, 'staff')
  const { db } = ctx
  const sample = await getSampleOrThrow(ctx, sampleId)
  if (sample.closed_at === null) throw new AppError('sample_open')
  const [pairs, codes] = await db.batch([
    db.all<{ first: string; second: string }>(sql`
      SELECT a.codes AS first, b.codes AS second FROM coding_sample_comments p
      JOIN blind_codings a ON a.sample_id = p.sample_id AND a.comment_id = p.comment_id
        AND a.coder_id = ${sample.first_coder}
      JOIN blind_codings b ON b.sample_id = p.sample_id AND b.comment_id = p.comment_id
        AND b.coder_id = ${sample.second_coder}
      WHERE p.sample_id = ${sampleId}`),
    db.all<{ id: number; key: string; name: string }>(sql`
      SELECT o.id, o.key, e.name FROM codebook_entries e JOIN codes o ON o.id = e.code_id
      WHERE e.codebook_id = ${sample.codebook_id} ORDER BY e.position, o.id`),
  ])
  const coded = pairs.map(({ first, second }) => ({
    first: new Set(JSON.parse(first) as number[]),
    second: new Set(JSON.parse(second) as number[]),
  }))
  return {
    sample: presentSample(sample, me.id),
    n: coded.length,
    codes: codes.map(({ id, key, name }) => {
      const count = (inFirst: boolean, inSecond: boolean) =>
        coded.filter(({ first, second }) => first.has(id) === inFirst && second.has(id) === inSecond).length
      const pair = {
        both: count(true, true),
        onlyFirst: count(true, false),
        onlySecond: count(false, true),
        neither: count(false, false),
      }
      return { codeId: id, key, name, ...pair, ...compareCoders(pair) }
    }),
  }
}
