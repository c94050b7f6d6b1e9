import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { Entry, InclusionView } from '../../contract/transparency'
import { presentEntry, presentHead, type SealedRow, sealedColumns } from './present'
import { openActions } from './public-data'
import { type HeadRow, readProofs, selectNewestHead } from './read-tree'
import { inclusionSpans } from './tree'

/** A comment has a handful of entries; this many at most are proved at once. */
const mostEntries = 100

/**
 * What is openly sealed about a comment, with the proof that it is in the newest tree; nothing for a number that is not
 * known. Entries that keep their subject to themselves are not told by it either.
 */
export async function proveInclusion(ctx: ServiceContext, publicId: string): Promise<InclusionView> {
  const { db } = ctx
  const isAbout = sql`a.subject_kind = 'comment' AND a.subject_id = ${publicId}
    AND a.action IN (SELECT value FROM json_each(${JSON.stringify(openActions)}))`
  const [[head], rows, [waiting]] = await db.batch([
    db.all<HeadRow>(selectNewestHead),
    db.all<SealedRow>(sql`
      SELECT ${sealedColumns} FROM audit_log a INDEXED BY audit_log_of_subject
      CROSS JOIN sealed_entries e ON e.audit_id = a.id WHERE ${isAbout} ORDER BY a.id LIMIT ${mostEntries}`),
    db.all<{ count: number }>(sql`
      SELECT count(*) AS count FROM audit_log a INDEXED BY audit_log_of_subject
      WHERE ${isAbout} AND a.id > (SELECT coalesce(max(audit_id), 0) FROM sealed_entries)`),
  ])
  const presented = await Promise.all(rows.map(presentEntry))
  const entries = presented.filter(({ entry }) => (JSON.parse(entry) as Entry).subjectId === publicId)
  const size = head?.size ?? 0
  const proofs = await readProofs(
    ctx,
    entries.map(({ index }) => inclusionSpans(index, size)),
  )
  return {
    publicId,
    head: head ? presentHead(head) : null,
    entries: entries.map((entry, i) => ({ ...entry, proof: proofs[i] ?? [] })),
    unsealed: waiting?.count ?? 0,
  }
}
