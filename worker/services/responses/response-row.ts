import { type SQL, sql } from 'drizzle-orm'
import type { UserActor } from '../../context'
import type { ResponseItem } from '../../contract/responses'
import { type ResponseState, responseActs } from '../../contract/words'
import { isTheirs } from '../dispositions/whose'
import { refuseStep, type Standing } from './rules'

/** What is told of a response everywhere, of `responses AS r`, with how this person stands to it. */
export function responseColumns(me: UserActor): SQL {
  return sql`
    r.id, m.key AS measure_key, m.short_title, m.short_title_en, r.unit_id, n.name AS unit_name,
    n.name_en AS unit_name_en, r.is_for_measure, r.state, r.version, r.published_version, r.updated_at,
    v.text, w.name AS writer, r.link_version,
    EXISTS (SELECT 1 FROM response_versions o WHERE o.response_id = r.id
      AND o.version > coalesce(r.published_version, 0) AND o.written_by = ${me.id}) AS is_writer,
    (SELECT count(*) FROM cases INDEXED BY cases_of_response WHERE response_id = r.id AND is_admissible = 1) AS comments,
    ${isTheirs(me, { measure: sql.raw('r.measure_id'), unit: sql.raw('r.unit_id') })} AS is_theirs,
    ${isHeadOf(me)} AS is_head`
}

/** What {@link responseColumns} are read from, beside `responses AS r`. */
export const responseJoins: SQL = sql.raw(`
  JOIN measures m ON m.id = r.measure_id LEFT JOIN units n ON n.id = r.unit_id
  JOIN response_versions v ON v.response_id = r.id AND v.version = r.version JOIN users w ON w.id = v.written_by`)

/** True where this person approves what the unit of `responses AS r` answers. */
export function isHeadOf(me: UserActor): SQL {
  if (me.role === 'admin') return sql`1`
  return sql`EXISTS (
    SELECT 1 FROM unit_members um WHERE um.user_id = ${me.id} AND um.unit_id = r.unit_id AND um.is_head = 1)`
}

export interface ResponseRow {
  id: number
  measure_key: string
  short_title: string
  short_title_en: string
  unit_id: number | null
  unit_name: string | null
  unit_name_en: string | null
  is_for_measure: number
  state: ResponseState
  version: number
  published_version: number | null
  updated_at: number
  text: string
  writer: string
  link_version: number
  is_writer: number
  comments: number
  is_theirs: number
  is_head: number
}

export function standingOf(row: ResponseRow): Standing {
  return {
    state: row.state,
    isWriter: row.is_writer === 1,
    isTheirs: row.is_theirs === 1,
    isHead: row.is_head === 1,
  }
}

export function presentResponse(row: ResponseRow): ResponseItem {
  const standing = standingOf(row)
  return {
    id: row.id,
    measure: { key: row.measure_key, shortTitle: row.short_title, shortTitleEn: row.short_title_en },
    unit:
      row.unit_id !== null && row.unit_name !== null && row.unit_name_en !== null
        ? { id: row.unit_id, name: row.unit_name, nameEn: row.unit_name_en }
        : null,
    isForMeasure: row.is_for_measure === 1,
    state: row.state,
    version: row.version,
    linkVersion: row.link_version,
    publishedVersion: row.published_version,
    text: row.text,
    by: row.writer,
    updatedAt: new Date(row.updated_at).toISOString(),
    comments: row.comments,
    mayTake: responseActs.filter((act) => refuseStep(act, standing) === null),
  }
}
