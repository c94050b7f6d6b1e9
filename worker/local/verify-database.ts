import type { Client } from '@libsql/client'
import { hashLeaf } from '../contract/merkle'
import type { HeadView } from '../contract/transparency'
import { type AuditRow, auditColumns, writeEntry } from '../services/transparency/entry'
import type { TreeNode } from '../services/transparency/tree'
import { tampering } from './tampering'
import { type SeenHead, TreeWalk, type Verified } from './walk-tree'

const pageSize = 1000

interface SealRow extends Omit<AuditRow, 'id'> {
  position: number
  audit_id: number
  form: number
  salt: string
  leaf: string
  /** Null where the row is gone. */
  id: number | null
}

/** Checks the database itself: rows against their seals, order, gaps, nodes, heads; throws with the first thing wrong. */
export async function verifyDatabase(client: Client, seen: SeenHead | null): Promise<Verified> {
  const heads = await readHeads(client)
  const walk = new TreeWalk(heads, seen)
  let last = 0
  let nodes = 0
  for (;;) {
    const page = await readSeals(client, walk.size)
    if (page.length === 0) break
    for (const [i, seal] of page.entries()) {
      await checkSeal(client, seal, walk.size + i, last)
      last = seal.audit_id
    }
    const grown = await walk.take(page.map(({ leaf }) => leaf))
    await checkNodes(client, grown)
    nodes += grown.length
  }
  walk.end(heads)
  await checkNoMoreNodes(client, nodes)
  return { head: heads[0] ?? null, heads: heads.length, waiting: await checkUnsealed(client, last) }
}

async function all<Row>(client: Client, sql: string, args: (string | number)[] = []): Promise<Row[]> {
  return (await client.execute({ sql, args })).rows as Row[]
}

/** The newest first. */
async function readHeads(client: Client): Promise<HeadView[]> {
  const rows = await all<{ size: number; root: string; sealed_at: number }>(
    client,
    'SELECT size, root, sealed_at FROM tree_heads ORDER BY size DESC',
  )
  return rows.map(({ size, root, sealed_at }) => ({
    size,
    root,
    sealedAt: new Date(sealed_at).toISOString(),
  }))
}

function readSeals(client: Client, from: number): Promise<SealRow[]> {
  const columns = auditColumns.map((column) => `a.${column}`).join(', ')
  return all<SealRow>(
    client,
    `SELECT e.position, e.audit_id, e.form, e.salt, e.leaf, ${columns}
      FROM sealed_entries e LEFT JOIN audit_log a ON a.id = e.audit_id
      WHERE e.position >= ? ORDER BY e.position LIMIT ${pageSize}`,
    [from],
  )
}

async function checkSeal(client: Client, seal: SealRow, index: number, last: number): Promise<void> {
  if (seal.position !== index) throw tampering.entryMissing(index)
  if (seal.audit_id <= last) throw tampering.outOfOrder(seal.audit_id, index)
  if (seal.audit_id > last + 1) {
    const [between] = await all(client, 'SELECT 1 FROM audit_log WHERE id = ?', [last + 1])
    throw between ? tampering.rowSlippedIn(last + 1) : tampering.rowMissing(last + 1)
  }
  if (seal.id === null) throw tampering.rowMissing(seal.audit_id)
  const entry = await writeEntry({ ...seal, id: seal.id }, seal).catch(() => '')
  if ((await hashLeaf(entry)) !== seal.leaf) throw tampering.rowChanged(seal.id)
}

async function checkNodes(client: Client, nodes: TreeNode[]): Promise<void> {
  const [wrong] = await all<TreeNode>(
    client,
    `SELECT w.value ->> 'level' AS level, w.value ->> 'position' AS position FROM json_each(?) w
      LEFT JOIN tree_nodes n ON n.level = w.value ->> 'level' AND n.position = w.value ->> 'position'
      WHERE n.hash IS NOT w.value ->> 'hash' LIMIT 1`,
    [JSON.stringify(nodes)],
  )
  if (wrong) throw tampering.nodeChanged(wrong.level, wrong.position)
}

async function checkNoMoreNodes(client: Client, count: number): Promise<void> {
  const [found] = await all<{ count: number }>(client, 'SELECT count(*) AS count FROM tree_nodes')
  if (found?.count === count) return
  const [last] = await all<TreeNode>(
    client,
    'SELECT level, position FROM tree_nodes ORDER BY level DESC, position DESC LIMIT 1',
  )
  throw tampering.nodeChanged(last?.level ?? 0, last?.position ?? 0)
}

/** How many rows wait for the next sealing; what was removed before it could be sealed leaves a gap in the numbers. */
async function checkUnsealed(client: Client, last: number): Promise<number> {
  const [early] = await all<{ id: number }>(
    client,
    'SELECT id FROM audit_log WHERE id < 1 ORDER BY id LIMIT 1',
  )
  if (early) throw tampering.rowSlippedIn(early.id)
  const [tail] = await all<{ count: number; end: number }>(
    client,
    `SELECT count(*) AS count, max((SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'audit_log'),
      coalesce(max(id), 0)) AS "end" FROM audit_log WHERE id > ?`,
    [last],
  )
  const { count, end } = tail ?? { count: 0, end: last }
  if (last + count >= end) return count
  const [before] = await all<{ id: number }>(
    client,
    `SELECT id FROM (SELECT ${last} AS id UNION ALL SELECT id FROM audit_log WHERE id > ${last}) a
      WHERE NOT EXISTS (SELECT 1 FROM audit_log b WHERE b.id = a.id + 1) ORDER BY id LIMIT 1`,
  )
  throw tampering.rowMissing((before?.id ?? last) + 1)
}
