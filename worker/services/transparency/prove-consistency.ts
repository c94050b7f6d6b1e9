import type { ServiceContext } from '../../context'
import type { ConsistencyQuery, ConsistencyView } from '../../contract/transparency'
import { AppError, invalidField } from '../../errors'
import { type HeadRow, readProofs, selectNewestHead } from './read-tree'
import { consistencySpans } from './tree'

/** That the tree of `to` entries begins with that of `from`; `not_found` for a tree larger than the newest. */
export async function proveConsistency(
  ctx: ServiceContext,
  { from, to }: ConsistencyQuery,
): Promise<ConsistencyView> {
  if (from > to) throw invalidField('from', 'number_out_of_range')
  const [head] = await ctx.db.all<HeadRow>(selectNewestHead)
  if (!head || to > head.size) throw new AppError('not_found')
  const [proof = []] = await readProofs(ctx, [consistencySpans(from, to)])
  return { from, to, proof }
}
