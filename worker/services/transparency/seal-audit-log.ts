import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { hashLeaf, toHex } from '../../contract/merkle'
import { type AuditRow, auditColumns, writeEntry } from './entry'
import { currentForm } from './public-data'
import { type HeadRow, readTree, selectNewestHead } from './read-tree'
import { growTree, rootOf, type Tree } from './tree'

const batchSize = 1000
const saltBytes = 16
/** Heads are kept for good: busy hours should not make one for every few rows. */
const pauseSeconds = 20

/**
 * Seals rows of the audit log that are not sealed yet, up to `limit`, and says how many. SQLite has one writer and gives
 * ids in its order: below a row that can be read no other can still appear. Of two runs at once one seals.
 */
export async function sealAuditLog(ctx: ServiceContext, { limit = 10_000 } = {}): Promise<number> {
  const [head] = await ctx.db.all<HeadRow>(selectNewestHead)
  if (head && ctx.now.getTime() - head.sealed_at < pauseSeconds * 1000) return 0
  let tree: Tree | null = await readTree(ctx, head?.size ?? 0)
  let sealed = 0
  while (tree && sealed < limit) {
    const rows = await readUnsealed(ctx, Math.min(batchSize, limit - sealed))
    if (rows.length === 0) break
    tree = await sealRows(ctx, tree, rows)
    if (tree) sealed += rows.length
  }
  return sealed
}

function readUnsealed({ db }: ServiceContext, limit: number): Promise<AuditRow[]> {
  return db.all<AuditRow>(sql`
    SELECT ${sql.raw(auditColumns.join(', '))} FROM audit_log
    WHERE id > (SELECT coalesce(max(audit_id), 0) FROM sealed_entries) ORDER BY id LIMIT ${limit}`)
}

/** Leaves, nodes and head in one batch, which counts only if nobody sealed in between; null if somebody did. */
async function sealRows(ctx: ServiceContext, tree: Tree, rows: AuditRow[]): Promise<Tree | null> {
  const { db, now } = ctx
  const salts = toHex(ctx.random(saltBytes * rows.length))
  const entries = await Promise.all(
    rows.map(async (row, i) => {
      const salt = salts.slice(2 * saltBytes * i, 2 * saltBytes * (i + 1))
      return { id: row.id, salt, leaf: await hashLeaf(await writeEntry(row, { form: currentForm, salt })) }
    }),
  )
  const grown = await growTree(
    tree,
    entries.map(({ leaf }) => leaf),
  )
  const root = await rootOf(grown.tree)
  const isNext = sql`(SELECT coalesce(max(size), 0) FROM tree_heads) = ${BigInt(tree.size)}`
  const [, , made] = await db.batch([
    db.run(sql`
      INSERT INTO sealed_entries (position, audit_id, form, salt, leaf)
      SELECT ${BigInt(tree.size)} + key, value ->> 'id', ${currentForm}, value ->> 'salt', value ->> 'leaf'
      FROM json_each(${JSON.stringify(entries)}) WHERE ${isNext} ORDER BY key`),
    db.run(sql`
      INSERT INTO tree_nodes (level, position, hash)
      SELECT value ->> 'level', value ->> 'position', value ->> 'hash'
      FROM json_each(${JSON.stringify(grown.nodes)}) WHERE ${isNext}`),
    db.run(sql`
      INSERT INTO tree_heads (size, root, sealed_at)
      SELECT ${BigInt(grown.tree.size)}, ${root}, ${now.getTime()} WHERE ${isNext}`),
  ])
  return made.rowsAffected === 1 ? grown.tree : null
}
