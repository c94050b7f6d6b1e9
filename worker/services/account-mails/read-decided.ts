import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { parts } from '../submissions/rules'
import { decidedSpan } from '../submissions/tell-of-decision'
import { type ConsultationNamed, nameConsultation } from './name-consultation'

export interface DecidedNews extends ReturnType<typeof nameConsultation> {
  kind: 'response_decided'
  version: number
  /** Whether what was returned can still be changed and sent again. */
  isOpen: boolean
  comments: DecidedComment[]
}

interface DecidedComment {
  measure: { key: string; zh: string; en: string }
  clause: string | null
  state: 'returned' | 'rejected'
  reason: { zh: string; en: string }
}

/** What of a response was returned or rejected in one span and still is, for one who still may send it; null where nothing is. */
export async function readDecided(
  { db, now }: ServiceContext,
  subject: string,
  userId: string | null,
): Promise<DecidedNews | null> {
  const [id, span] = subject.split('.')
  const from = Number(span) * decidedSpan
  const rows = await db.all<DecidedRow>(sql`
    SELECT e.name AS enterprise, co.key, co.title, co.title_en, co.is_current, co.closes_at, c.state,
      (SELECT max(number) FROM submission_versions WHERE submission_id = s.id) AS version,
      m.key AS measure_key, m.short_title, m.short_title_en, cl.key AS clause_key, w.zh, w.en
    FROM submissions s JOIN enterprises e ON e.id = s.enterprise_id JOIN consultations co ON co.id = s.consultation_id
    JOIN enterprise_members u ON u.enterprise_id = e.id AND u.user_id = ${userId}
    JOIN submission_comments p ON p.submission_id = s.id AND p.replaced_in IS NULL
    JOIN comments c ON c.id = p.comment_id JOIN measures m ON m.id = c.measure_id LEFT JOIN clauses cl ON cl.id = c.clause_id
    JOIN moderation_decisions d ON d.comment_id = c.id AND d.revision = c.revision
    JOIN reason_wordings w ON w.reason_id = d.reason_id AND w.version = d.reason_version
    WHERE s.id = ${id} AND u.part IN (SELECT value FROM json_each(${JSON.stringify(parts.send)}))
      AND c.state IN ('returned', 'rejected') AND c.erased_at IS NULL
      AND d.decision IN ('return', 'reject') AND d.decided_at >= ${from} AND d.decided_at < ${from + decidedSpan}
      AND NOT EXISTS (SELECT 1 FROM moderation_decisions WHERE comment_id = c.id AND decided_at > d.decided_at)
    ORDER BY m.id, coalesce(cl.id, 0)`)
  const [row] = rows
  if (!row) return null
  return {
    kind: 'response_decided',
    ...nameConsultation(row),
    version: row.version,
    isOpen: now.getTime() < row.closes_at,
    comments: rows.map(({ measure_key, short_title, short_title_en, clause_key, state, zh, en }) => ({
      measure: { key: measure_key, zh: short_title, en: short_title_en },
      clause: clause_key,
      state,
      reason: { zh, en },
    })),
  }
}

interface DecidedRow extends ConsultationNamed {
  closes_at: number
  version: number
  measure_key: string
  short_title: string
  short_title_en: string
  clause_key: string | null
  state: 'returned' | 'rejected'
  zh: string
  en: string
}
