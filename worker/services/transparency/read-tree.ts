import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { Hash } from '../../contract/merkle'
import { coverOf, joinHashes, type NodePlace, type Tree, type TreeNode } from './tree'

export interface HeadRow {
  size: number
  root: string
  sealed_at: number
}

export const selectNewestHead = sql`SELECT size, root, sealed_at FROM tree_heads ORDER BY size DESC LIMIT 1`

/** The sealed tree, ready to grow. */
export async function readTree(ctx: ServiceContext, size: number): Promise<Tree> {
  const peaks: Tree['peaks'] = []
  const places = coverOf({ start: 0, end: size })
  const hashAt = await readNodes(ctx, places)
  for (const place of places) peaks[place.level] = hashAt(place)
  return { size, peaks }
}

/** The hash of each span, which is a proof, from no more nodes than the tree is high, twice over. */
export async function readProofs(
  ctx: ServiceContext,
  proofs: { start: number; end: number }[][],
): Promise<Hash[][]> {
  const hashAt = await readNodes(ctx, proofs.flat().flatMap(coverOf))
  return Promise.all(
    proofs.map((spans) => Promise.all(spans.map((span) => joinHashes(coverOf(span).map(hashAt))))),
  )
}

async function readNodes({ db }: ServiceContext, places: NodePlace[]): Promise<(place: NodePlace) => Hash> {
  const wanted = JSON.stringify(places.map(({ level, position }) => [level, position]))
  const rows = await db.all<TreeNode>(sql`
    SELECT 0 AS level, e.position, e.leaf AS hash
    FROM json_each(${wanted}) w CROSS JOIN sealed_entries e ON e.position = w.value ->> 1
    WHERE w.value ->> 0 = 0
    UNION ALL
    SELECT n.level, n.position, n.hash
    FROM json_each(${wanted}) w CROSS JOIN tree_nodes n ON n.level = w.value ->> 0 AND n.position = w.value ->> 1`)
  const found = new Map(rows.map(({ level, position, hash }) => [`${level} ${position}`, hash]))
  return ({ level, position }) => {
    const hash = found.get(`${level} ${position}`)
    if (hash === undefined) throw new Error(`the tree lacks node ${position} of level ${level}`)
    return hash
  }
}
