import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { Query } from '../../db/client'
import { closest, type Sketch } from './sketch'

/** The group that a text joins, or null where it begins one; and the newest group that it was compared with. */
export interface Placement {
  sketch: Sketch
  joined: { groupId: number; similarity: number } | null
  newestGroup: number
}

/** However crowded a band is: what is looked at of it, and how many texts are compared in full. */
const perBand = 40
const compared = 16

/** Of `similar_groups AS g`: a group's hash begins with the key of its consultation. */
const isOfSameConsultation = (hash: string): SQL =>
  sql`substr(g.text_hash, 1, instr(g.text_hash, ':')) = ${hash.slice(0, hash.indexOf(':') + 1)}`

/** The statement that finds the groups whose text may be like this one. */
export function readCandidates({ db }: ServiceContext, { hash, bands }: Sketch) {
  const same = sql`SELECT id, normal_text AS normal FROM similar_groups WHERE text_hash = ${hash}`
  if (bands.length === 0) return db.all<CandidateRow>(same)
  const sharing = bands.map(
    (band, i) => sql`
      SELECT * FROM (
        SELECT group_id FROM similar_bands WHERE band = ${sql.raw(String(i))} AND hash = ${band}
        ORDER BY group_id DESC LIMIT ${perBand})`,
  )
  return db.all<CandidateRow>(sql`
    SELECT g.id, g.normal_text AS normal FROM (
      SELECT group_id, count(*) AS shared FROM (${sql.join(sharing, sql` UNION ALL `)})
      GROUP BY group_id ORDER BY shared DESC, group_id LIMIT ${compared}) near
    CROSS JOIN similar_groups g ON g.id = near.group_id AND ${isOfSameConsultation(hash)}
    UNION ${same}`)
}

/** The statement that tells which groups there are so far. */
export function readNewestGroup({ db }: ServiceContext) {
  return db.all<{ id: number }>(sql`SELECT coalesce(max(id), 0) AS id FROM similar_groups`)
}

interface CandidateRow {
  id: number
  normal: string
}

export function placeText(sketch: Sketch, candidates: CandidateRow[], newest: { id: number }[]): Placement {
  return { sketch, joined: closest(sketch, candidates), newestGroup: newest[0]?.id ?? 0 }
}

/**
 * The statements that begin a group where the text joins none, for the batch that takes the comment in. A group of the same
 * text, or one with a band in common that came up since the comparison, breaks the batch (`similar_groups.text_hash`):
 * the text is then to be compared again. With `isLast` it breaks for neither.
 */
export function beginGroup(
  { db, now }: ServiceContext,
  { sketch, joined, newestGroup }: Placement,
  { isLast, when = sql`1` }: { isLast: boolean; when?: SQL },
): Query[] {
  if (joined) return []
  const { hash, normal } = sketch
  const bands = JSON.stringify(sketch.bands)
  const newer = sql`(
    SELECT g.text_hash FROM json_each(${bands}) b
    CROSS JOIN similar_bands s ON s.band = b.key AND s.hash = b.value AND s.group_id > ${newestGroup}
    CROSS JOIN similar_groups g ON g.id = s.group_id AND ${isOfSameConsultation(hash)} LIMIT 1)`
  return [
    db.run(sql`
      INSERT INTO similar_groups (text_hash, normal_text, created_at)
      SELECT ${isLast ? hash : sql`coalesce(${newer}, ${hash})`}, ${normal}, ${now.getTime()} WHERE ${when}
      ${isLast ? sql`ON CONFLICT DO NOTHING` : sql``}`),
    db.run(sql`
      INSERT INTO similar_bands (band, hash, group_id)
      SELECT b.key, b.value, g.id FROM similar_groups g CROSS JOIN json_each(${bands}) b WHERE g.text_hash = ${hash}
      ON CONFLICT DO NOTHING`),
  ]
}

/** The group of a placed text and its likeness to the group's first, as the comment's columns take them. */
export function groupColumns({ sketch, joined }: Placement): { similarGroupId: SQL; similarity: number } {
  return {
    similarGroupId: joined
      ? sql`${joined.groupId}`
      : sql`(SELECT id FROM similar_groups WHERE text_hash = ${sketch.hash})`,
    similarity: joined?.similarity ?? 1,
  }
}
