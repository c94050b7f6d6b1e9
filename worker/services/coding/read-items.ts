import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext, UserActor } from '../../context'
import type { CodingItem, RemovedTagView, SuggestionView, TagView } from '../../contract/coding'
import type { ParticipantKind, Stance } from '../../contract/words'
import type { Query } from '../../db/client'
import { groupRows } from '../../db/group-rows'
import { annexSummaryColumn } from '../annexes/annex-row'
import { presentAuthor } from '../comments/present'
import { parseWording, wordingColumn } from '../wordings/wording-columns'
import { isBlindTo } from './blindness'
import { openSuggestions } from './open-suggestions'
import { publishedCodebook } from './read-codebook'

export interface ItemRow {
  id: number
  public_id: string
  revision: number
  submitted_at: number
  decided_at: number | null
  body: string
  wording: string | null
  annex_summary: string | null
  stance: Stance
  participant_kind: ParticipantKind
  participant_name: string | null
  is_name_public: number
  is_verified: number
  measure_key: string
  measure_title: string
  short_title: string
  clause_key: string | null
  clause_text: string | null
  is_blind: number
}

interface TagRow {
  comment_id: number
  id: number
  code_id: number
  key: string
  theme: string
  name: string
  start_offset: number | null
  end_offset: number | null
  is_stale: number
  is_suggested: number
  by: string
  tagged_at: number
  removed_by: string | null
  removed_at: number | null
}

type SuggestionRow = SuggestionView & { comment_id: number }

/** The comments of `page`, a subquery for ids, with their tags and the machine's open suggestions; `me` is who reads. */
export async function readItems(
  ctx: ServiceContext,
  me: UserActor,
  page: SQL,
  { withRemoved = false } = {},
): Promise<{ row: ItemRow; item: CodingItem }[]> {
  const { db } = ctx
  const isMeant = sql`t.comment_id IN (${page}) AND NOT ${isBlindTo(me.id, sql`t.comment_id`)}`
  const [rows, tags, suggestions, removed] = (await db.batch([
    db.all<ItemRow>(sql`
      SELECT c.id, c.public_id, c.revision, c.submitted_at, c.decided_at, c.body, ${wordingColumn} AS wording, ${annexSummaryColumn}, c.stance, c.participant_kind,
        c.participant_name, c.is_name_public, c.is_verified, m.key AS measure_key, m.title AS measure_title,
        m.short_title, l.key AS clause_key, l.text AS clause_text, ${isBlindTo(me.id, sql`c.id`)} AS is_blind
      FROM comments c JOIN measures m ON m.id = c.measure_id LEFT JOIN clauses l ON l.id = c.clause_id
      WHERE c.id IN (${page}) ORDER BY c.id`),
    selectTags(db, sql`${isMeant} AND t.removed_at IS NULL`),
    db.all<SuggestionRow>(sql`
      SELECT g.comment_id, g.id, g.code_id AS codeId,
        (SELECT key FROM codes WHERE id = g.code_id) AS key,
        (SELECT theme FROM codebook_entries WHERE codebook_id = ${publishedCodebook(ctx)} AND code_id = g.code_id) AS theme,
        (SELECT name FROM codebook_entries WHERE codebook_id = ${publishedCodebook(ctx)} AND code_id = g.code_id) AS name,
        g.phrase, g.score
      FROM ${openSuggestions(ctx, me.id, 'tag_suggestions_open')} AND g.comment_id IN (${page})
      ORDER BY g.comment_id, g.score DESC, g.id`),
    ...(withRemoved ? [selectTags(db, sql`${isMeant} AND t.removed_at IS NOT NULL`)] : []),
  ] as unknown as [Query])) as unknown as [ItemRow[], TagRow[], SuggestionRow[], TagRow[] | undefined]
  const tagsOf = groupRows(tags, (tag) => tag.comment_id)
  const suggestionsOf = groupRows(suggestions, (suggestion) => suggestion.comment_id)
  return rows.map((row) => ({
    row,
    item: {
      ...presentItem(row),
      tags: (tagsOf.get(row.id) ?? []).map(presentTag),
      suggestions: (suggestionsOf.get(row.id) ?? []).map(({ comment_id: _, ...suggestion }) => suggestion),
      removed: (removed ?? []).filter((tag) => tag.comment_id === row.id).map(presentRemoved),
    },
  }))
}

/** A code has the words that it had in the codebook by which it was given. */
function selectTags(db: ServiceContext['db'], which: SQL) {
  return db.all<TagRow>(sql`
    SELECT t.comment_id, t.id, t.code_id, o.key, e.theme, e.name, t.start_offset, t.end_offset,
      (c.revision <> t.comment_revision OR (t.start_offset IS NOT NULL AND c.decided_at > t.tagged_at)) AS is_stale,
      t.suggestion_id IS NOT NULL AS is_suggested, u.name AS "by", t.tagged_at,
      (SELECT name FROM users WHERE id = t.removed_by) AS removed_by, t.removed_at
    FROM tags t JOIN comments c ON c.id = t.comment_id JOIN codes o ON o.id = t.code_id
    JOIN codebook_entries e ON e.codebook_id = t.codebook_id AND e.code_id = t.code_id
    JOIN users u ON u.id = t.tagged_by
    WHERE ${which} ORDER BY t.comment_id, t.id`)
}

function presentItem(row: ItemRow) {
  return {
    publicId: row.public_id,
    revision: row.revision,
    submittedAt: new Date(row.submitted_at).toISOString(),
    body: row.body,
    wording: parseWording(row.wording),
    annexSummary: row.annex_summary,
    stance: row.stance,
    author: presentAuthor({
      participantKind: row.participant_kind,
      participantName: row.participant_name,
      isNamePublic: row.is_name_public === 1,
      isVerified: row.is_verified === 1,
    }),
    measure: { key: row.measure_key, title: row.measure_title, shortTitle: row.short_title },
    clause: row.clause_key === null ? null : { key: row.clause_key, text: row.clause_text ?? '' },
    isBlind: row.is_blind === 1,
  }
}

function presentTag(row: TagRow): TagView {
  return {
    id: row.id,
    codeId: row.code_id,
    key: row.key,
    theme: row.theme,
    name: row.name,
    start: row.start_offset,
    end: row.end_offset,
    isStale: row.is_stale === 1,
    isSuggested: row.is_suggested === 1,
    by: row.by,
    at: new Date(row.tagged_at).toISOString(),
  }
}

function presentRemoved(row: TagRow): RemovedTagView {
  return {
    ...presentTag(row),
    removedBy: row.removed_by ?? '',
    removedAt: new Date(row.removed_at ?? 0).toISOString(),
  }
}
