import { sql } from 'drizzle-orm'
import type { ResponseState } from '../../../contract/words'
import type { ReadPage } from './pages'

export interface FoundResponse {
  id: number
  state: ResponseState
  publishedVersion: number | null
  publishedText: string | null
  /** The newest, public or not. */
  version: number
  text: string
}

const mostKept = 500

/** Answers by their ids. One often serves many comments, so that some are kept; a bounded number. */
export function openResponses(read: ReadPage) {
  const kept = new Map<number, FoundResponse>()
  return async (ids: readonly (number | null)[]): Promise<ReadonlyMap<number, FoundResponse>> => {
    const wanted = new Set(ids.filter((id): id is number => id !== null))
    const missing = [...wanted].filter((id) => !kept.has(id))
    if (missing.length === 0) return kept
    for (const id of kept.keys())
      if (kept.size + missing.length > mostKept && !wanted.has(id)) kept.delete(id)
    const rows = await read<FoundResponse>(sql`
      SELECT x.id, x.state, x.published_version AS publishedVersion, y.text AS publishedText, x.version, z.text
      FROM responses x LEFT JOIN response_versions y ON y.response_id = x.id AND y.version = x.published_version
      LEFT JOIN response_versions z ON z.response_id = x.id AND z.version = x.version
      WHERE x.id IN (SELECT value FROM json_each(${JSON.stringify(missing)}))`)
    for (const row of rows) kept.set(row.id, row)
    return kept
  }
}
